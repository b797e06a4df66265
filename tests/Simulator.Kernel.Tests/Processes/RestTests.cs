using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests.Processes;

/// <summary>The ledger at the end of a run.</summary>
public sealed class RestTests
{
    [Test]
    public void A_run_that_gives_everything_back_is_at_rest()
    {
        var simulation = new Simulation();
        var desk = new Station(simulation, "desk", servers: 1);
        for (var customer = 0; customer < 3; customer++)
        {
            simulation.Spawn(Visit(simulation, desk));
        }

        simulation.Run();

        Assert.DoesNotThrow(simulation.RequireRest);
    }

    [Test]
    public void Two_processes_that_hold_what_the_other_wants_are_named()
    {
        var simulation = new Simulation();
        var (left, right) = (new Station(simulation, "left", servers: 1), new Station(simulation, "right", servers: 1));
        simulation.Spawn(TakeBoth(simulation, left, right));
        simulation.Spawn(TakeBoth(simulation, right, left));
        simulation.Run();

        var unrest = Assert.Throws<UnrestException>(simulation.RequireRest)!;

        Assert.That(
            unrest.Culprits,
            Is.EqualTo([
                "TakeBoth #0 waits for Station 'right'",
                "TakeBoth #1 waits for Station 'left'",
                "Station 'left': 1 held, 1 waiting",
                "Station 'right': 1 held, 1 waiting",
            ])
        );
        Assert.That(unrest.At, Is.EqualTo(SimTime.FromSeconds(1)));
        Assert.That(unrest.Message, Does.StartWith("The run ended at 1 s, and not all is at rest: TakeBoth #0 waits"));
    }

    [Test]
    public void A_server_that_is_never_released_is_named_although_nobody_waits()
    {
        var simulation = new Simulation();
        var desk = new Station(simulation, "desk", servers: 2);
        async Process Forgetful() => await desk.Acquire();
        simulation.Spawn(Forgetful());
        simulation.Run();

        var unrest = Assert.Throws<UnrestException>(simulation.RequireRest)!;

        Assert.That(unrest.Culprits, Is.EqualTo(["Station 'desk': 1 held, 0 waiting"]));
    }

    [Test]
    public void What_a_combination_waits_for_is_named_and_so_is_time()
    {
        var simulation = new Simulation();
        var desk = new Station(simulation, "desk", servers: 1);
        async Process Patient()
        {
            await desk.Acquire();
            await simulation.AllOf(desk.Acquire(), simulation.Delay(SimTime.FromSeconds(9)));
        }

        async Process Sleeper() => await simulation.Delay(SimTime.FromSeconds(99));
        simulation.Spawn(Patient());
        simulation.Spawn(Sleeper());
        simulation.Run(until: SimTime.FromSeconds(50));

        var unrest = Assert.Throws<UnrestException>(simulation.RequireRest)!;

        Assert.That(unrest.Culprits[0], Is.EqualTo("Patient #0 waits for all of (Station 'desk', time)"));
        Assert.That(unrest.Culprits[1], Is.EqualTo("Sleeper #1 waits for time"));
    }

    [Test]
    public void Ten_culprits_are_told_and_the_others_counted()
    {
        var simulation = new Simulation();
        var never = new Station(simulation, "never", servers: 1);
        async Process Wait() => await never.Acquire();
        for (var customer = 0; customer < 14; customer++)
        {
            simulation.Spawn(Wait());
        }

        simulation.Run();

        var unrest = Assert.Throws<UnrestException>(simulation.RequireRest)!;

        // 13 of 14 wait, and the station is held
        Assert.That(unrest.Culprits, Has.Count.EqualTo(14));
        Assert.That(unrest.Message, Does.EndWith("; and 4 more."));
    }

    private static async Process Visit(Simulation simulation, Station desk)
    {
        await desk.Acquire();
        await simulation.Delay(SimTime.FromSeconds(5));
        desk.Release();
    }

    private static async Process TakeBoth(Simulation simulation, Station first, Station second)
    {
        await first.Acquire();
        await simulation.Delay(SimTime.FromSeconds(1));
        await second.Acquire();
    }
}
