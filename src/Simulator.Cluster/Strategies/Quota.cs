namespace Simulator.Cluster.Strategies;

/// <summary>A number of nodes, of units, or a share of all nodes.</summary>
/// <param name="Kind">What the value counts.</param>
/// <param name="Value">Nodes or units, a whole number from 0; or the share in [0, 1], exact in decimals.</param>
public readonly record struct Quota(QuotaKind Kind, decimal Value)
{
    /// <summary>A number of nodes.</summary>
    public static Quota OfNodes(int nodes) => new(QuotaKind.Nodes, nodes);

    /// <summary>A number of units.</summary>
    public static Quota OfUnits(int units) => new(QuotaKind.Units, units);

    /// <summary>A share of N.</summary>
    public static Quota OfShare(decimal share) => new(QuotaKind.Share, share);

    /// <summary>The whole number at a cluster size.</summary>
    /// <param name="nodes">N.</param>
    /// <param name="rounding">How a share is rounded.</param>
    /// <returns>The count, at least 0.</returns>
    public long At(int nodes, Rounding rounding)
    {
        if (Kind != QuotaKind.Share)
        {
            return (long)Value;
        }

        var exact = Value * nodes;
        return (long)(
            rounding switch
            {
                Rounding.Up => decimal.Ceiling(exact),
                Rounding.Nearest => decimal.Round(exact, MidpointRounding.ToEven),
                _ => decimal.Floor(exact),
            }
        );
    }
}
