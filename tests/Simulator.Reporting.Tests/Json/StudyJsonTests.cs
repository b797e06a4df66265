using System.Text;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Json;

namespace Simulator.Reporting.Tests.Json;

/// <summary>One object, the same each time, that any parser reads.</summary>
public sealed class StudyJsonTests
{
    [Test]
    public void Realistic_study_is_as_accepted() => GoldenFile.Verify(Text(Studies.Realistic()), "realistic");

    [Test]
    public void Minimal_study_has_null_where_nothing_is_known() =>
        GoldenFile.Verify(Text(Studies.Minimal()), "minimal");

    private static string Text(StudyResult study)
    {
        using var stream = new MemoryStream();
        StudyJson.Write(study, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
