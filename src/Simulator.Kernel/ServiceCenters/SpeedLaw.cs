namespace Simulator.Kernel.ServiceCenters;

/// <summary>How fast a <see cref="ServiceCenter"/> works as a whole while n customers are there.</summary>
/// <remarks>
/// <para>The speed is shared equally by those in service. Thread safety: immutable.</para>
/// <para>Source: load-dependent centers as in E. D. Lazowska et al., <i>Quantitative System Performance</i>, 1984, section 8.4.</para>
/// </remarks>
public abstract record SpeedLaw
{
    /// <summary>r(n): seconds of work done in a second.</summary>
    /// <param name="present">n, those who wait included, at least 1.</param>
    /// <returns>From 2⁻⁴⁴ to 2¹⁹; the center refuses anything else.</returns>
    public abstract double Of(long present);
}
