using System.Collections.Concurrent;

namespace Simulator.Acceptance.Tests.Oracles;

/// <summary>What was asked and answered, for artifacts/oracles.csv and a table by family beside it.</summary>
internal static class OracleReport
{
    private static readonly ConcurrentDictionary<string, (OracleRow Row, string Got, string? Fault)> Answers = new(
        StringComparer.Ordinal
    );

    public static void Add(OracleRow row, string got, string? fault) => Answers[row.Id] = (row, got, fault);

    public static void Write()
    {
        var folder = Directory.CreateDirectory(Path.Combine(OracleFile.Root, "artifacts")).FullName;
        var answers = OracleFile.Rows.Where(row => Answers.ContainsKey(row.Id)).Select(row => Answers[row.Id]).ToList();
        File.WriteAllLines(
            Path.Combine(folder, "oracles.csv"),
            answers
                .Select(one =>
                    string.Join(',', one.Row.Id, one.Row.Family, one.Row.Value, one.Got, Verdict(one.Fault is null))
                )
                .Prepend("id,family,value,got,verdict")
        );
        File.WriteAllLines(
            Path.Combine(folder, "oracles-by-family.csv"),
            answers
                .GroupBy(one => one.Row.Family, StringComparer.Ordinal)
                .Select(group => $"{group.Key},{group.Count()},{group.Count(one => one.Fault is null)}")
                .Prepend("family,rows,passed")
        );
    }

    private static string Verdict(bool isRight) => isRight ? "pass" : "fail";
}
