namespace Simulator.Kernel.ServiceCenters;

/// <summary>What makes one <see cref="ServiceCenter"/> differ from another.</summary>
public sealed record ServiceCenterOptions
{
    /// <summary>One server, first come, first served, no end to the line, always open.</summary>
    public static ServiceCenterOptions Default { get; } = new();

    /// <summary>c: how many are in service at most, at least 1; <see cref="long.MaxValue"/> for processor sharing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one server.</exception>
    public long Servers
    {
        get;
        init =>
            field =
                value >= 1
                    ? value
                    : throw new ArgumentOutOfRangeException(
                        nameof(value),
                        value,
                        "A center needs at least one server."
                    );
    } = 1;

    /// <summary>Whom it serves next.</summary>
    public ServiceOrder Order { get; init; } = ServiceOrder.FirstComeFirstServed;

    /// <summary>How fast it works as a whole, shared by those in service; where it is null, each is served at speed 1.</summary>
    public SpeedLaw? Speed { get; init; }

    /// <summary>How many may wait, at least 0; who comes beyond is rejected. No end to the line where it is null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative room.</exception>
    public int? Room
    {
        get;
        init =>
            field = value is null or >= 0
                ? value
                : throw new ArgumentOutOfRangeException(nameof(value), value, "The room of a center is at least 0.");
    }

    /// <summary>When it works; always where it is null.</summary>
    public OpeningHours? Hours { get; init; }
}
