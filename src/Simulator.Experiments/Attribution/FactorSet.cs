using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Attribution;

/// <summary>The factors of a model, and the model with only some of them in force.</summary>
/// <remarks>
/// None in force gives the draws of T_inf(N), all the rollout as it is. Sets are bits: bit i for factor i. Immutable.
/// </remarks>
public sealed class FactorSet
{
    private const int Most = 63;

    private readonly Model _model;

    /// <summary>Finds the factors of a model: failures, the limit, its cap, passes, barriers, the services in the file's order.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentException">More than 63 factors.</exception>
    public FactorSet(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        Factors = [.. Of(model)];
        if (Factors.Count > Most)
        {
            throw new ArgumentException($"{Factors.Count} factors are more than {Most}.", nameof(model));
        }
    }

    /// <summary>The factors.</summary>
    public IReadOnlyList<Factor> Factors { get; }

    /// <summary>All of them in force.</summary>
    public ulong All => (1UL << Factors.Count) - 1;

    /// <summary>The model compiled with some factors in force and the others removed.</summary>
    /// <param name="inForce">Bit i for factor i.</param>
    public UpdatePlan Plan(ulong inForce)
    {
        bool Has(string name) => Factors.Index().All(part => part.Item.Name != name || IsIn(inForce, part.Index));

        var model = Has(Factor.Cap) ? _model : WithoutCap(_model);
        model = Has(Factor.Passes) ? model : WithoutPasses(model);
        var keepsPasses = model.Rollout.Tick?.Most is not null;
        model = keepsPasses && !Has(Causes.LimitName) ? WithoutSize(model) : model;
        var options = PlanOptions.Real with
        {
            HasFailures = Has(Factor.Failures),
            HasLimit = Has(Causes.LimitName) || keepsPasses,
            HasBarrier = Has(Factor.Barriers),
            PrivateServices = _model
                .Services.Select(service => service.Name)
                .Where(name => !Has(name))
                .ToHashSet(StringComparer.Ordinal),
        };
        return UpdatePlan.Compile(model, options);
    }

    internal static bool IsIn(ulong set, int factor) => (set >> factor & 1) != 0;

    private static Model WithoutCap(Model model) =>
        model with
        {
            Rollout = model.Rollout with { Limit = model.Rollout.Limit! with { Cap = null } },
        };

    private static Model WithoutPasses(Model model) =>
        model with
        {
            Rollout = model.Rollout with { Tick = model.Rollout.Tick! with { Most = null } },
        };

    /// <summary>Everybody may be admitted at once, but no more a pass than before.</summary>
    private static Model WithoutSize(Model model) =>
        model with
        {
            Rollout = model.Rollout with { Limit = new LimitSpec { MaxUnavailable = Quota.OfShare(1) } },
        };

    private static IEnumerable<Factor> Of(Model model)
    {
        if (UpdatePlan.Compile(model).HasFailures)
        {
            yield return new Factor(Factor.Failures, "failures", "no attempt fails and no service is down");
        }

        var rollout = model.Rollout;
        if (rollout.HasPlaces)
        {
            yield return new Factor(Causes.LimitName, "limit", "everybody is admitted at once");
        }

        if (rollout.Limit is { Cap: not null, MaxUnavailable.Kind: QuotaKind.Share })
        {
            yield return new Factor(Factor.Cap, "cap", "the share counts as it is");
        }

        if (rollout.Tick?.Most is not null)
        {
            yield return new Factor(Factor.Passes, "passes", "a pass admits as many as the limit lets it");
        }

        if (rollout.HasBatches)
        {
            yield return new Factor(Factor.Barriers, "barrier", "a sliding window of the same size, without pauses");
        }

        foreach (var service in model.Services)
        {
            var kind = CellFindings.KindOf(service);
            yield return new Factor(service.Name, kind, "every node has one of its own");
        }
    }
}
