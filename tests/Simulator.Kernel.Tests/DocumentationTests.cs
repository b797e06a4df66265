using System.ComponentModel;
using System.Reflection;
using System.Xml.Linq;

namespace Simulator.Kernel.Tests;

/// <summary>What strangers may call says what it wants and what it returns; the compiler sees to the summaries.</summary>
public sealed class DocumentationTests
{
    private const BindingFlags All =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Static
        | BindingFlags.Instance
        | BindingFlags.DeclaredOnly;

    private static readonly Assembly Kernel = typeof(Simulation).Assembly;

    private static readonly ILookup<string, XElement> Written = XDocument
        .Load(Path.ChangeExtension(Kernel.Location, ".xml"))
        .Descendants("member")
        .ToLookup(member => member.Attribute("name")!.Value.Split('(')[0].Split("``")[0], StringComparer.Ordinal);

    [Test]
    public void Every_parameter_and_result_of_the_public_methods_is_described() =>
        Assert.That(Kernel.GetExportedTypes().Where(IsForPeople).SelectMany(Undescribed), Is.Empty);

    /// <summary>What only the compiler calls is hidden from editors.</summary>
    private static bool IsForPeople(Type type) =>
        type.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never;

    private static IEnumerable<string> Undescribed(Type type) =>
        type.GetMembers(All)
            .OfType<MethodBase>()
            .Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
            .Where(method => !method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)))
            .Where(method => !method.Name.StartsWith("get_", StringComparison.Ordinal))
            .Where(method => !method.Name.StartsWith("set_", StringComparison.Ordinal))
            .Where(method => Written[IdOf(method)].Any() && !Written[IdOf(method)].Any(text => IsFull(text, method)))
            .Select(method => $"{type.Name}.{method.Name}({method.GetParameters().Length})");

    private static string IdOf(MethodBase method) =>
        $"M:{method.DeclaringType!.FullName!.Replace('+', '.')}.{method.Name.Replace('.', '#')}";

    private static bool IsFull(XElement text, MethodBase method) =>
        text.Element("inheritdoc") is not null
        || (
            method.GetParameters().All(parameter => text.Elements("param").Any(one => Name(one) == parameter.Name))
            && (method is not MethodInfo { IsSpecialName: false } called || IsResultClear(called, text))
        );

    private static bool IsResultClear(MethodInfo method, XElement text) =>
        method.ReturnType == typeof(void) || method.GetParameters().Length == 0 || text.Element("returns") is not null;

    private static string Name(XElement parameter) => parameter.Attribute("name")!.Value;
}
