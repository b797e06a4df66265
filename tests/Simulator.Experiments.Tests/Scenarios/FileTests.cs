using System.Text;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>What can be wrong with files before and beside their text.</summary>
public sealed class FileTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("o1sim-").FullName;

    [TearDown]
    public void Remove_the_folder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_file_that_is_not_there_is_named() =>
        Assert.That(
            Complaint(Path.Combine(_folder, "no.yaml")),
            Does.Contain("no.yaml:1:1: the file does not exist. Check its name")
        );

    [Test]
    public void A_folder_is_no_scenario() => Assert.That(Complaint(_folder), Does.Contain("the file cannot be read"));

    [Test]
    public void A_file_of_100_MB_is_refused_unread()
    {
        var path = Path.Combine(_folder, "large.yaml");
        using (var stream = File.Create(path))
        {
            stream.SetLength(100_000_000);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var complaint = Complaint(path);

        Assert.That(complaint, Does.Contain("the file is longer than 1 MiB"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1 << 20));
    }

    [Test]
    public void Bytes_that_are_not_UTF_8_have_a_place() =>
        Assert.That(
            Complaint(Write("a.yaml", [.. "schema: 1\nname: "u8, 0xFF, 0x0A])),
            Does.Contain("a.yaml:2:7: this byte is not UTF-8")
        );

    [Test]
    public void UTF_16_is_refused_with_a_cure() =>
        Assert.That(Complaint(Write("a.yaml", Encoding.Unicode.GetPreamble())), Does.Contain("Save it as UTF-8"));

    [Test]
    public void A_sample_is_read_from_a_column_beside_the_scenario()
    {
        Write("boots.csv", "node,seconds\n\"a,1\",60\nb,120.5\n"u8);

        var scenario = ScenarioFile.Read(Scenario("{ file: boots.csv, column: seconds }"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((DurationSpec.Drawn)scenario.Model.Update.Steps[0].Takes!).Law.Mean, Is.EqualTo(90.25));
            Assert.That(scenario.DataFiles.Select(file => file.Path), Is.EqualTo(["boots.csv"]));
            Assert.That(scenario.DataFiles[0].Sha256, Has.Length.EqualTo(64));
        }
    }

    [Test]
    public void The_hash_sees_the_bytes_of_data_files()
    {
        Write("a.csv", "s\n60\n"u8);
        var before = ScenarioFile.Read(Scenario("a.csv")).Hash;
        Write("a.csv", "s\n61\n"u8);

        Assert.That(ScenarioFile.Read(Scenario("a.csv")).Hash, Is.Not.EqualTo(before));
    }

    [TestCase("", "'a.csv' is empty, or no plain file – a row of column names and rows of numbers are needed.")]
    [TestCase("s\n", "'a.csv' has no row below its column names – numbers are needed.")]
    [TestCase("60\n61\n", "'a.csv' begins with '60' – its first row has to name the columns.")]
    [TestCase("s\n60\n\n-1\n", "'a.csv' has '-1' in row 4, column 's' – a number from 0 to 100 years is needed.")]
    [TestCase("s\n60\nx\n", "'a.csv' has 'x' in row 3, column 's'")]
    [TestCase("s\nNaN\n", "'a.csv' has 'NaN' in row 2, column 's'")]
    [TestCase("s\n1e400\n", "'a.csv' has '1e400' in row 2, column 's'")]
    [TestCase("s\n4e9\n", "'a.csv' has '4e9' in row 2, column 's'")]
    [TestCase("s,t\n1,2\n", "'a.csv' has 2 columns – the name of one is needed.")]
    public void A_bad_data_file_is_refused_with_row_and_column(string text, string complaint)
    {
        Write("a.csv", Encoding.UTF8.GetBytes(text));

        Assert.That(Complaint(Scenario("a.csv")), Does.Contain(complaint));
    }

    [Test]
    public void A_column_that_is_not_there_is_reported_at_its_name()
    {
        Write("a.csv", "node,seconds\n1,2\n"u8);

        Assert.That(
            Complaint(Scenario("{ file: a.csv, column: second }")),
            Does.Contain("s.yaml:4:73: 'second' is no column of 'a.csv'.").And.Contain("Did you mean 'seconds'?")
        );
    }

    [Test]
    public void A_data_file_above_64_MiB_is_refused_unread()
    {
        using (var stream = File.Create(Path.Combine(_folder, "a.csv")))
        {
            stream.SetLength((64 << 20) + 1);
        }

        Assert.That(Complaint(Scenario("a.csv")), Does.Contain("'a.csv' is larger than 64 MiB."));
    }

    [Test]
    public void A_field_without_end_does_not_fill_the_memory()
    {
        Write("a.csv", [.. "s\n\""u8, .. new byte[10_000_000]]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var complaint = Complaint(Scenario("a.csv"));

        Assert.That(complaint, Does.Contain("is no table: row 2 is too long"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(4 << 20));
    }

    private static string Complaint(string path)
    {
        try
        {
            ScenarioFile.Read(path);
            return "";
        }
        catch (ScenarioException refused)
        {
            return refused.Message;
        }
    }

    private string Scenario(string empirical) =>
        Write(
            "s.yaml",
            Encoding.UTF8.GetBytes(
                Samples.Least.Replace("5 min", $"{{ empirical: {empirical} }}", StringComparison.Ordinal)
            )
        );

    private string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
