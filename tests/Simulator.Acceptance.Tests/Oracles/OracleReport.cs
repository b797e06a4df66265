using System.Collections.Concurrent;
using Simulator.Acceptance.Tests.Oracles.Answers;

namespace Simulator.Acceptance.Tests.Oracles;

/// <summary>What was asked and answered, for artifacts/oracles.csv and a table by family beside it.</summary>
internal static class OracleReport
{
    private const string Pass = "pass";

    private static readonly ConcurrentDictionary<string, (OracleRow Row, string Got, string Verdict)> Answers = new(
        StringComparer.Ordinal
    );

    /// <summary>Notes an answer; none means that the family failed to give one.</summary>
    public static void Add(OracleRow row, Answer? answer)
    {
        var verdict = answer is not null && answer.Fault(row) is null ? Pass : "fail";
        var remark = answer?.Remark(row) is { } words ? $" ({words})" : "";
        Answers[row.Id] = (row, answer?.Got ?? "", verdict + remark);
    }

    public static void Write()
    {
        var folder = Directory.CreateDirectory(Path.Combine(OracleFile.Root, "artifacts")).FullName;
        var answers = OracleFile.Rows.Where(row => Answers.ContainsKey(row.Id)).Select(row => Answers[row.Id]).ToList();
        File.WriteAllLines(
            Path.Combine(folder, "oracles.csv"),
            answers
                .Select(one => string.Join(',', one.Row.Id, one.Row.Family, one.Row.Value, one.Got, one.Verdict))
                .Prepend("id,family,value,got,verdict")
        );
        File.WriteAllLines(
            Path.Combine(folder, "oracles-by-family.csv"),
            answers
                .GroupBy(one => one.Row.Family, StringComparer.Ordinal)
                .Select(group =>
                    $"{group.Key},{group.Count()},{group.Count(one => one.Verdict.StartsWith(Pass, StringComparison.Ordinal))}"
                )
                .Prepend("family,rows,passed")
        );
    }
}
