namespace Simulator.Acceptance.Tests;

/// <summary><c>o1sim catalogue</c> as a user gives it.</summary>
public sealed class CatalogueTests
{
    [Test]
    public void The_start_of_a_name_lists_what_begins_so()
    {
        var (exitCode, output, errors) = Tool.Run("catalogue", "pdsh", "--format", "csv");

        Assert.That(exitCode, Is.Zero, errors);
        var lines = output.TrimEnd().Split('\n');
        Assert.That(lines[0], Is.EqualTo("name,value,meaning,source,reference,seen"));
        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(lines[1], Does.StartWith("pdsh/fanout,32,"));
    }

    [Test]
    public void A_name_that_is_none_is_bad_input()
    {
        var (exitCode, output, errors) = Tool.Run("catalogue", "pdsh/fanouts");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(output, Is.Empty);
        Assert.That(errors, Is.EqualTo("o1sim: The catalogue has no 'pdsh/fanouts'. Did you mean 'pdsh/fanout'?\n"));
    }
}
