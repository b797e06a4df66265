using Simulator.Cluster.Bounds;
using Simulator.Cluster.Records;
using Simulator.Cluster.Services;

namespace Simulator.Experiments.Linting;

/// <summary>
/// From which N a service makes T linear: T &gt;= N d exceeds the time of one node, and the rollout admits more than S/d nodes.
/// A limit that hides it, and a service that nobody uses.
/// </summary>
internal static class ServiceRule
{
    public static IEnumerable<Finding> Find(LintScope scope)
    {
        var loads = ServiceLoad
            .Of(scope.Model, scope.Times)
            .ToDictionary(load => load.Service.Name, StringComparer.Ordinal);
        var limits = DeclaredLimits.Of(scope.Model);
        foreach (var service in scope.Model.Services)
        {
            var place = scope.Root["services"]![service.Name]!;
            var limit = limits.First(limit => limit.Name == service.Name);
            if (!scope.Model.Update.Steps.Any(step => Asks(step, service.Name)))
            {
                var unused = ($"no step uses '{service.Name}', so that it limits nothing", "");
                yield return LintScope.At(place, "unused", Severity.Warning, null, unused);
            }
            else if (limit.HiddenBehind is { } other && limits.Any(own => own.Name == other))
            {
                var by = other == Causes.LimitName ? $"{scope.LimitPlace.Path} admits" : $"'{other}' lets through";
                var hidden = ($"'{service.Name}' ({limit.Allows}) never binds: {by} no more at once than it takes", "");
                yield return LintScope.At(place, "hidden-limit", Severity.Note, null, hidden);
            }
            else if (loads.TryGetValue(service.Name, out var load) && Change(scope, load, limit) is { } change)
            {
                yield return change;
            }
        }
    }

    /// <summary>The capacity that would do, for a load that is a multiple of what it takes now.</summary>
    public static string Capacity(ServiceSpec service, double factor) =>
        service switch
        {
            StationSpec { Speed: null } station => $"servers: {Math.Ceiling((station.Servers * factor) - 1e-9):0}",
            LinkSpec link => $"bandwidth: {LintWords.Above(link.Bandwidth.BitsPerSecond * factor / 1e9)} Gbit/s",
            TokenBucketSpec bucket => $"rate: {LintWords.Above(bucket.Rate.PerSecond * factor)}/s",
            _ => $"{LintWords.Above(factor)} times the capacity",
        };

    private static Finding? Change(LintScope scope, ServiceLoad load, DeclaredLimit limit)
    {
        var perNode = load.SecondsPerNode;
        bool IsLinear(int nodes) => nodes * perNode > scope.Times.Alone && scope.Held / scope.InFlight(nodes) < perNode;
        if (LintScope.FirstSize(IsLinear) is not { } first)
        {
            return null;
        }

        var isReached = scope.Largest >= first;
        var queue = limit.NStar is { } nstar ? $"N* = {LintWords.Count(nstar)} if all come at once; " : "";
        var growth =
            first == 1
                ? "T is linear from the first node on"
                : $"T is bounded up to about N = {LintWords.Count(first - 1)} and linear above";
        var sentence =
            $"'{load.Service.Name}' ({limit.Allows}): {queue}{growth}, "
            + $"{LintWords.Time(perNode)} a node, {LintWords.Time(perNode * scope.Largest)} at N = {LintWords.Count(scope.Largest)} "
            + $"against {LintWords.Time(scope.Times.Alone)} of one node";
        var factor = first == 1 ? scope.Largest * perNode / scope.Times.Alone : scope.Largest / (first - 1.0);
        var fix = isReached && double.IsFinite(factor) ? Capacity(load.Service, factor) : "";
        var severity = isReached ? Severity.Warning : Severity.Note;
        var place = scope.Root["services"]![load.Service.Name]!;
        return LintScope.At(place, "class-change", severity, first - 1, (sentence, fix));
    }

    private static bool Asks(Cluster.Updates.StepSpec step, string service) =>
        step.Transfer?.From == service
        || step.Uses.Any(use => use.Service == service)
        || step.Calls.Any(call => call.Service == service)
        || step.Needs.Any(need => need.Service == service);
}
