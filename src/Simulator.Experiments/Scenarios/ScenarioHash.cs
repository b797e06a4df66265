using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulator.Cluster.Services;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios;

/// <summary>Hashes what the results of a scenario depend on.</summary>
internal static class ScenarioHash
{
    private const string Nodes = "cluster.nodes";

    /// <summary>SHA-256 over one line for each value, axis and data file.</summary>
    public static string Of(Checked root, Sweep sweep, IReadOnlyList<DataFile> files)
    {
        var text = new StringBuilder();
        Append(text, root);
        foreach (var axis in sweep.Axes.Where(axis => axis.Path is not Nodes))
        {
            text.Append("sweep.").Append(axis.Path).Append('=').AppendJoin(',', axis.Values).Append('\n');
        }

        foreach (var file in files)
        {
            text.Append(file.Path).Append('=').Append(file.Sha256).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Maps with known keys go in the order of the grammar, those with chosen keys in the order of the file.</summary>
    private static void Append(StringBuilder text, Checked part)
    {
        if (part.Path is Nodes or "sweep" or "evidence")
        {
            return;
        }

        if (part.Value is not null)
        {
            text.Append(part.Path).Append('=').Append(Canonical(part.Value)).Append('\n');
        }

        foreach (var item in part.Items)
        {
            Append(text, item);
        }

        var keys = part.Shape is MapShape map
            ? map.Fields.Select(key => key.Key).Where(part.Fields.ContainsKey)
            : part.Fields.Keys;
        foreach (var key in keys)
        {
            text.Append(part.Path).Append(':').Append(key).Append('\n');
            Append(text, part.Fields[key]);
        }
    }

    /// <summary>Whole base units: no text of a value depends on the culture or on its type's own properties.</summary>
    private static string Canonical(object value) =>
        value switch
        {
            decimal number => Plain(number),
            Counted counted => $"{Plain(counted.Number)} {counted.Unit}",
            bool flag => flag ? "true" : "false",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            SimTime span => Plain(span.Nanoseconds),
            DataSize size => Plain(size.Bits),
            DataRate rate => Plain(rate.BitsPerSecond),
            Frequency events => $"{Plain(events.Count)}/{Plain(events.Period.Nanoseconds)}",
            Amount amount => $"{Plain(amount.Units)} {amount.Dimension}",
            IReadOnlyList<(SimTime At, SimTime Lasts)> windows => string.Join(
                ' ',
                windows.Select(window => $"{Plain(window.At.Nanoseconds)}+{Plain(window.Lasts.Nanoseconds)}")
            ),
            long whole => Plain(whole),
            _ => (string)value,
        };

    private static string Plain(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);
}
