using System.Text;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>Every bad file is refused, at the right place, in words that say what to write.</summary>
public sealed class ComplaintTests
{
    private const int Longest = 400;

    private static IEnumerable<TestCaseData> Bad =>
        BadScenarios.All.Select(bad => new TestCaseData(bad.Text, bad.At).SetName("Bad file: " + bad.Wrong));

    [TestCaseSource(nameof(Bad))]
    public void A_bad_file_is_refused_at_the_place_of_the_fault(string text, string at)
    {
        var refused = Assert.Throws<ScenarioException>(() => Samples.Read(text))!;

        var first = refused.Issues[0];
        Assert.That($"{first.Line}:{first.Column} {first.Path}", Is.EqualTo(at), refused.Message);
    }

    [Test]
    public void All_complaints_read_as_committed()
    {
        var book = new StringBuilder();
        foreach (var (wrong, text, _) in BadScenarios.All)
        {
            book.Append("=== ").Append(wrong).Append('\n').Append(Samples.Complaint(text)).Append('\n');
        }

        Golden.Compare(book.ToString(), "tests/Simulator.Experiments.Tests/Scenarios/complaints.verified.txt");
    }

    [Test]
    public void No_complaint_is_longer_than_a_few_lines_for_each_fault() =>
        Assert.That(
            BadScenarios.All.Select(bad => Samples.Complaint(bad.Text).Split('\n').Max(line => line.Length)).Max(),
            Is.LessThan(Longest)
        );
}
