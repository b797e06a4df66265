using System.Globalization;
using System.Text.Json;
using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Acceptance.Tests.Oracles.Queues;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Customers from outside at one station in the long run.</summary>
internal static class OpenQueues
{
    /// <summary>Poisson arrivals at c exponential servers: M/M/c.</summary>
    public static Answer Exponential(OracleRow row) =>
        AtStation(row, new Arrivals(Exp(row["lam"]), Exp(row["mu"])), row.Has("c") ? row.Count("c") : 1);

    /// <summary>Constant service: M/D/c.</summary>
    public static Answer ConstantService(OracleRow row) =>
        AtStation(row, new Arrivals(Exp(row["lam"]), new Constant(row["D"])), row.Count("c"));

    /// <summary>Any service: M/G/1.</summary>
    public static Answer AnyService(OracleRow row) =>
        AtStation(row, new Arrivals(Exp(row["lam"]), Laws.IsComplete(row) ? Laws.Of(row) : ServiceOf(row)), servers: 1);

    /// <summary>Gaps that are constant (D), Erlang (E2, E3, ...) or exponential (M) before an exponential server: GI/M/1.</summary>
    public static Answer AnyGaps(OracleRow row)
    {
        var name = row.Text("arrivals");
        var law = name switch
        {
            "D" => new Constant(1 / row["lam"]),
            "M" => Exp(row["lam"]),
            ['E', .. var phases] when int.TryParse(phases, CultureInfo.InvariantCulture, out var k) => (Distribution)
                new Gamma(k, 1 / (k * row["lam"])),
            _ => throw row.Unknown(name),
        };
        return AtStation(row, new Arrivals(law, Exp(row["mu"])), servers: 1);
    }

    /// <summary>Batches of one size: M^[X]/G/1.</summary>
    public static Answer Batches(OracleRow row)
    {
        var service = Laws.WithMean(row["scv"] == 1 ? "exponential" : "gamma", row["mean"], row["scv"]);
        return AtStation(row, new Arrivals(Exp(row["batch_rate"]), service, (int)row.Count("batch")), servers: 1);
    }

    /// <summary>Who waits for too long goes away: Erlang A.</summary>
    public static Answer Impatient(OracleRow row) =>
        SteadyRuns.Answer(
            row,
            plan =>
            {
                var arrivals = new Arrivals(Exp(row["lam"]), Exp(row["mu"]));
                var queue = new ImpatientQueue(arrivals, Exp(row["theta"]), row.Count("c"), plan);
                queue.Run();
                return new Observed(
                    queue.Completed,
                    ("probability a request times out", queue.All.ShareLost),
                    ("time-average queue length", queue.QueueLength)
                );
            }
        );

    /// <summary>Who finds all servers busy is lost: Erlang B.</summary>
    public static Answer Loss(OracleRow row)
    {
        var service = Laws.IsComplete(row)
            ? Laws.Of(row)
            : Laws.WithMean(row.Text("dist"), row["mean_service"], SquaredVariation(row.Params));
        var options = new ServiceCenterOptions { Servers = row.Count("c"), Room = 0 };
        return AtCenter(row, [new Arrivals(Exp(row["lam"]), service)], _ => options);
    }

    /// <summary>At most K in the system, the others are rejected: M/M/c/K.</summary>
    public static Answer Bounded(OracleRow row)
    {
        var (servers, room) = (row.Count("c"), (int)(row.Count("K") - row.Count("c")));
        var options = new ServiceCenterOptions { Servers = servers, Room = room };
        return AtCenter(row, [new Arrivals(Exp(row["lam"]), Exp(row["mu"]))], _ => options);
    }

    /// <summary>Kinds of customers, the first before the second, with or without pre-emption.</summary>
    public static Answer Priorities(OracleRow row)
    {
        Arrivals[] kinds = row.Has("classes")
            ? [.. row.List("classes").Select(kind => new Arrivals(Exp(Of(kind, "lam")!.Value), ServiceOf(kind)))]
            : [.. row.Numbers("lams").Select(rate => new Arrivals(Exp(rate), Exp(row["mu"])))];
        var servers = row.Has("c") ? row.Count("c") : 1;
        return row.Text("discipline") switch
        {
            "non-preemptive" => SteadyRuns.Answer(
                row,
                plan =>
                {
                    var queue = new StationQueue(kinds, servers, plan);
                    queue.Run();
                    return Observe(queue);
                }
            ),
            "preemptive-resume" => AtCenter(
                row,
                kinds,
                _ => new ServiceCenterOptions { Servers = servers, Order = ServiceOrder.PreemptivePriority }
            ),
            var other => throw row.Unknown(other),
        };
    }

    /// <summary>M/M/1 in another order than that of arrival.</summary>
    public static Answer Orders(OracleRow row) =>
        AtCenter(
            row,
            [new Arrivals(Exp(row["lam"]), Exp(row["mu"]))],
            stream => new ServiceCenterOptions
            {
                Order = row.Text("order") switch
                {
                    "FIFO" => ServiceOrder.FirstComeFirstServed,
                    "LIFO" => ServiceOrder.LastComeFirstServed,
                    "random" => ServiceOrder.AtRandom(stream),
                    var other => throw row.Unknown(other),
                },
            }
        );

    private static Answer AtStation(OracleRow row, Arrivals arrivals, long servers)
    {
        OracleRow[] quantiles = [.. OracleFile.SharingModelWith(row).Where(other => other.Has("p"))];
        return SteadyRuns.Answer(
            row,
            plan =>
            {
                var queue = new StationQueue([arrivals], servers, plan);
                (string Quantity, UpperTail Times)[] tails =
                [
                    .. quantiles.Select(one => (one.Quantity, new UpperTail(plan.Customers - plan.WarmUp, one["p"]))),
                ];
                foreach (var (quantity, times) in tails)
                {
                    (IsStay(quantity) ? queue.Stays : queue.Waits).Add(times);
                }

                queue.Run();
                Assert.That(queue.QueueTime, Is.EqualTo(queue.TotalWait), "Little's law on the path itself");
                return Observe(queue, tails);
            }
        );
    }

    private static Answer AtCenter(OracleRow row, Arrivals[] arrivals, Func<StreamKey, ServiceCenterOptions> options) =>
        SteadyRuns.Answer(
            row,
            plan =>
            {
                var queue = new CenterQueue(arrivals, options, plan);
                queue.Run();
                return Observe(queue);
            }
        );

    private static bool IsStay(string quantity) => quantity.Contains("sojourn", StringComparison.OrdinalIgnoreCase);

    private static Observed Observe(StationQueue queue, (string Quantity, UpperTail Times)[] tails)
    {
        var all = queue.All;
        return new(
            queue.Completed,
            [
                ("second moment of wait in queue", all.SecondMomentOfWait),
                ("mean wait in queue", all.MeanWait),
                ("P(wait>0)", all.ShareDelayed),
                ("time-average number in queue", queue.QueueLength),
                .. tails.Select(tail => (tail.Quantity, new SimTime(tail.Times.Quantile).Seconds)),
            ]
        );
    }

    private static Observed Observe(OpenQueue queue)
    {
        var all = queue.All;
        return new(
            queue.Completed,
            [
                .. queue.Kinds.SelectMany(
                    (kind, index) =>
                        new[]
                        {
                            ($"mean wait in queue of class {index + 1}", kind.MeanWait),
                            ($"mean sojourn time of class {index + 1}", kind.MeanStay),
                        }
                ),
                ("second moment of wait in queue", all.SecondMomentOfWait),
                ("mean wait in queue of ACCEPTED", all.MeanWait),
                ("rejected", all.ShareLost),
                ("blocking probability", all.ShareLost),
            ]
        );
    }

    private static Distribution ServiceOf(OracleRow row) => ServiceOf(row.Params);

    private static Distribution ServiceOf(JsonElement kind) =>
        Laws.WithMean(
            kind.GetProperty("dist").GetString()!,
            (Of(kind, "mean") ?? Of(kind, "m1"))!.Value,
            SquaredVariation(kind)
        );

    private static double? SquaredVariation(JsonElement kind) =>
        Of(kind, "scv")
        ?? (Of(kind, "cv") is { } cv ? cv * cv : (double?)null)
        ?? (
            Of(kind, "m2") is { } second && Of(kind, "m1") is { } first ? (second / (first * first)) - 1 : (double?)null
        );

    private static double? Of(JsonElement kind, string name) =>
        kind.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : (double?)null;

    private static Exponential Exp(double rate) => Kernel.Random.Exponential.FromRate(rate);
}
