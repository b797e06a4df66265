using Simulator.Experiments.Imports;

namespace Simulator.Experiments.Tests.Imports;

/// <summary>Short manifests and what is read from them.</summary>
internal static class Manifests
{
    /// <summary>Imports texts as files a, b, ...; given parameters are written as <c>name=value</c>.</summary>
    public static ImportResult Import(IEnumerable<string> texts, params string[] given) =>
        ManifestImport.Run(
            [.. texts.Select((text, index) => new ImportFile(((char)('a' + index)).ToString(), text))],
            given
                .Select(pair => pair.Split('=', 2))
                .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
        );

    /// <summary>The strategies as <c>preset: name=value name=? ...</c>, a line each.</summary>
    public static string Read(string text, params string[] given) =>
        string.Join('\n', Import([text], given).Strategies.Select(Spelling));

    /// <summary>What is said of a text that cannot be imported.</summary>
    public static string Complaint(params string[] texts) =>
        Assert.Throws<ImportException>(() => Import(texts))!.Message;

    /// <summary>Places, keys and values of what is not carried over.</summary>
    public static IEnumerable<string> Notes(string text) =>
        Import([text])
            .Strategies.SelectMany(strategy => strategy.Notes)
            .Select(note => $"{note.At.Line} {note.At.Path} {note.Value}");

    public static string Spelling(ImportedStrategy strategy) =>
        $"{strategy.Preset}: "
        + string.Join(
            ' ',
            strategy
                .Parameters.Where(parameter => parameter.Origin != ParameterOrigin.Default)
                .Select(parameter => $"{parameter.Name}={parameter.Value ?? "?"}")
        );

    /// <summary>A Kubernetes object with a <c>spec</c> in flow style.</summary>
    public static string Object(string version, string kind, string spec, string name = "x") =>
        $"apiVersion: {version}\nkind: {kind}\nmetadata: {{ name: {name} }}\nspec: {spec}\n";
}
