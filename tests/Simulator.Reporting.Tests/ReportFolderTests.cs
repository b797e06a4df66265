using Simulator.Experiments.Files;

namespace Simulator.Reporting.Tests;

/// <summary>A folder of outputs that is whole, or as it was.</summary>
public sealed class ReportFolderTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("o1sim-report-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_study_gives_tables_json_text_and_pictures()
    {
        var written = ReportFolder.Write(Studies.Realistic(), Path.Combine(_folder, "new", "out"));

        string[] wanted =
        [
            "blame.csv",
            "cells.csv",
            "progress.csv",
            "progress.png",
            "progress.svg",
            "published.csv",
            "replications.csv",
            "result.json",
            "services.csv",
            "steps.csv",
            "summary.txt",
            "t-of-n.png",
            "t-of-n.svg",
            "thresholds.csv",
            "waterfall.csv",
            "waterfall.png",
            "waterfall.svg",
        ];
        Assert.That(written, Is.EqualTo(wanted));
        var found = Directory.GetFiles(Path.Combine(_folder, "new", "out")).Select(Path.GetFileName);
        Assert.That(found.Order(StringComparer.Ordinal), Is.EqualTo(wanted));
    }

    [Test]
    public void A_failure_on_the_way_leaves_the_folder_as_it_was()
    {
        ReportFolder.Write(Studies.Minimal(), _folder);
        var before = Contents();
        Directory.CreateDirectory(Path.Combine(_folder, $".waterfall.csv.{Environment.ProcessId}.tmp"));

        Assert.That(() => ReportFolder.Write(Studies.Realistic(), _folder), Throws.InstanceOf<Exception>());

        Directory.Delete(Path.Combine(_folder, $".waterfall.csv.{Environment.ProcessId}.tmp"));
        Assert.That(Contents(), Is.EqualTo(before));
    }

    [Test]
    public void A_file_that_could_not_be_finished_is_not_there()
    {
        var path = Path.Combine(_folder, "x.csv");
        AtomicFile.Write(path, stream => stream.WriteByte(1));

        Assert.That(
            () => AtomicFile.Write(path, _ => throw new InvalidOperationException("half-way")),
            Throws.InvalidOperationException
        );

        Assert.That(File.ReadAllBytes(path), Is.EqualTo(new byte[] { 1 }));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
    }

    private Dictionary<string, string> Contents() =>
        Directory
            .GetFiles(_folder)
            .ToDictionary(
                path => Path.GetFileName(path),
                path => Convert.ToHexString(File.ReadAllBytes(path)),
                StringComparer.Ordinal
            );
}
