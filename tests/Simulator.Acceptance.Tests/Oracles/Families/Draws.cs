using System.Globalization;
using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Random bits and what the samplers make of a given uniform number.</summary>
internal static class Draws
{
    public static Answer KnownAnswer(OracleRow row)
    {
        if (row.Quantity != "output words (hex)")
        {
            throw row.Unknown(row.Quantity);
        }

        if (row.Text("gen") != "philox4x32" || row.Count("rounds") != 10)
        {
            throw row.Unknown($"{row.Text("gen")} with {row.Count("rounds")} rounds");
        }

        var (counter, key) = (Words(row.Text("ctr")), Words(row.Text("key")));
        var block = Philox.Block(counter[0], counter[1], counter[2], counter[3], key[0], key[1]);
        return new WordsAnswer($"{block.Word0:x8} {block.Word1:x8} {block.Word2:x8} {block.Word3:x8}");
    }

    public static Answer Sample(OracleRow row) =>
        row.Quantity != "value" ? throw row.Unknown(row.Quantity)
        : row.Text("dist") == "normal" ? Answer.Of(row["mean"] + (row["sd"] * Elementary.NormalQuantile(row["u"])))
        : Answer.Of(Laws.Of(row).Quantile(row["u"]));

    private static uint[] Words(string text) =>
        [.. text.Split(' ').Select(word => uint.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
