namespace Simulator.Kernel.Tests.Random;

/// <summary>Comma-separated reference values kept beside the tests; the first line names the columns.</summary>
internal static class ReferenceTable
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream =
            typeof(ReferenceTable).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"No embedded table {name}.", name);
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }
}
