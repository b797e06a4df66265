using System.Text;
using Simulator.Analysis.Fitting.Laws;
using Simulator.Experiments.Files;
using Simulator.Experiments.Logs;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Fits;

/// <summary>Writes all that a fit gives into a folder: tables, fragment, samples, pictures, page.</summary>
public static class FitFolder
{
    private const int MostPictures = 50;
    private const int MostValues = 10_000;
    private const int SummaryWidth = 100;

    /// <summary>Names of the files that <see cref="Write"/> puts into every folder.</summary>
    public static IReadOnlyList<string> TableNames { get; } =
    ["fit.csv", "fit.html", "fit.json", "fragment.yaml", "laws.csv", "outliers.csv", "problems.csv", "summary.txt"];

    /// <summary>Writes every file, or leaves the folder as it was.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="directory">The folder; made where it is missing. Other files in it are left alone.</param>
    /// <returns>The names of the files written, in ordinal order.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public static IReadOnlyList<string> Write(LogFit fit, string directory)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return StagedFiles.Write(directory, Contents(fit));
    }

    private static IEnumerable<(string Name, Action<Stream> Write)> Contents(LogFit fit)
    {
        foreach (var table in FitTables.All(fit))
        {
            yield return (table.Name + ".csv", stream => CsvTables.Write(table, stream));
        }

        yield return ("fit.json", stream => FitJson.Write(fit, stream));
        yield return ("fragment.yaml", stream => stream.Write(Encoding.UTF8.GetBytes(FragmentText.Of(fit))));
        yield return ("summary.txt", stream => WriteSummary(fit, stream));
        foreach (var step in fit.Steps)
        {
            if (step.Fit?.Chosen.Law is EmpiricalLaw law)
            {
                var sample = Sample(law, (long)step.Fit.Sample.Finished);
                yield return (LawSpelling.SampleFile(step.Name), stream => CsvTables.Write(sample, stream));
            }
        }

        var pictures = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var step in fit.Steps.Where(step => step.Fit is not null).Take(MostPictures))
        {
            using var figure = FitPlot.Draw(step, fit.Source, Theme.Light);
            var (png, svg) = (figure.ToPng(), figure.ToSvg());
            pictures.Add(step.Name, svg);
            yield return ($"fit-{step.Name}.png", stream => stream.Write(png));
            yield return ($"fit-{step.Name}.svg", stream => stream.Write(svg));
        }

        yield return ("fit.html", stream => FitPage.Write(fit, pictures, stream));
    }

    /// <summary>The sample, or ten thousand of its quantiles; what had not ended is missing from it.</summary>
    private static Table Sample(EmpiricalLaw law, long finished)
    {
        var steps = law.Distribution;
        var count = Math.Min(finished, MostValues);
        return new Table(
            "sample",
            ["seconds"],
            Enumerable
                .Range(0, (int)count)
                .Select(place => (IReadOnlyList<Field>)[Field.Of(steps.Quantile((place + 0.5) / count * steps.Known))])
        );
    }

    private static void WriteSummary(LogFit fit, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        FitText.Write(fit, writer, new TextLayout(SummaryWidth));
    }
}
