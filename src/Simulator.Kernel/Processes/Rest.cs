using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Processes;

/// <summary>The ledger at the end of a run: nobody waits any more, and everything taken was given back.</summary>
public static class Rest
{
    /// <summary>Requires that no process lives and no resource is held or waited for.</summary>
    /// <param name="simulation">A simulation that does not run at the moment.</param>
    /// <exception cref="UnrestException">
    /// It names each process with what it waits for, and each resource with what is held: processes that wait for each other
    /// (a deadlock), a server never released, a wait that nobody ever grants.
    /// </exception>
    /// <remarks>
    /// Not asked for by <see cref="Simulation.Run()"/> itself: a model may end with servers that wait for further work. O(agents).
    /// </remarks>
    public static void RequireRest(this Simulation simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        var living = simulation.Living.ToList();
        var processes = living.OfType<Process>().Select(Sentence);
        var resources = living
            .OfType<Resource>()
            .Where(resource => resource.Held != 0 || resource.QueueLength != 0)
            .Select(resource => $"{resource}: {resource.Held} held, {resource.QueueLength} waiting");
        List<string> culprits = [.. processes, .. resources];
        if (culprits.Count > 0)
        {
            throw new UnrestException(simulation.Now, culprits);
        }
    }

    private static string Sentence(Process process) =>
        process.State == ProcessState.Waiting
            ? $"{process} waits for {process.Target?.ToString() ?? "time"}"
            : $"{process} has not gone on yet";
}
