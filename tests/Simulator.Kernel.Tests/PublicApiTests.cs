namespace Simulator.Kernel.Tests;

/// <summary>What strangers build upon: a change of it shows in review.</summary>
public sealed class PublicApiTests
{
    [Test]
    public void The_public_types_and_members_are_those_of_the_committed_list() =>
        Repository.Compare(
            PublicApi.Of(typeof(Simulation).Assembly),
            "tests/Simulator.Kernel.Tests/PublicApi.verified.txt"
        );
}
