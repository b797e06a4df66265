namespace Simulator.Experiments.Scenarios.Units;

/// <summary>All units of the scenario language.</summary>
internal static class UnitTables
{
    private const decimal Kilo = 1_000m;
    private const decimal Kibi = 1_024m;

    /// <summary>Durations, in nanoseconds.</summary>
    public static readonly UnitTable Time = new(
        [("ns", 1m), ("us", 1e3m), ("ms", 1e6m), ("s", 1e9m), ("min", 60e9m), ("h", 3600e9m), ("d", 86400e9m)],
        ["s", "min", "h"],
        Words(
            "sec secs second seconds S=s",
            "m mn mins minute minutes Min MIN=min",
            "hr hrs hour hours H=h",
            "day days D=d",
            "msec millis milliseconds=ms",
            "µs μs usec microseconds=us"
        )
    );

    /// <summary>Amounts of data, in bits.</summary>
    public static readonly UnitTable Data = new(
        [
            ("bit", 1m),
            ("kbit", Kilo),
            ("Mbit", Kilo * Kilo),
            ("Gbit", Kilo * Kilo * Kilo),
            ("Tbit", Kilo * Kilo * Kilo * Kilo),
            ("B", 8m),
            ("kB", 8m * Kilo),
            ("MB", 8m * Kilo * Kilo),
            ("GB", 8m * Kilo * Kilo * Kilo),
            ("TB", 8m * Kilo * Kilo * Kilo * Kilo),
            ("KiB", 8m * Kibi),
            ("MiB", 8m * Kibi * Kibi),
            ("GiB", 8m * Kibi * Kibi * Kibi),
            ("TiB", 8m * Kibi * Kibi * Kibi * Kibi),
        ],
        ["MB", "GB", "GiB"],
        Words(
            "KB K k=kB",
            "mb M=MB",
            "Mb=Mbit",
            "gb G=GB",
            "Gb=Gbit",
            "tb T=TB",
            "Tb=Tbit",
            "kib kiB Ki=KiB",
            "mib Mi=MiB",
            "gib Gi=GiB",
            "tib Ti=TiB",
            "bits b=bit",
            "bytes byte=B"
        )
    );

    /// <summary>Speeds of transfer, in bits per second; any amount of data per s, min or h.</summary>
    public static readonly UnitTable Rate = new(
        [.. from data in Data.Units from time in Per select ($"{data.Name}/{time.Name}", data.Factor / time.Seconds)],
        ["Mbit/s", "Gbit/s", "GB/s"],
        Words(
            "Gbps gbps Gb/s gb/s gbit/s GBit/s Gbits/s G=Gbit/s",
            "Mbps mbps Mb/s mb/s mbit/s MBit/s Mbits/s M=Mbit/s",
            "kbps Kbps kb/s Kbit/s=kbit/s",
            "GBps=GB/s",
            "MBps=MB/s",
            "bps b/s bits/s=bit/s"
        )
    )
    {
        Names = "Mbit/s, Gbit/s, MB/s, GB/s and other amounts of data per s, min or h",
    };

    /// <summary>Power, in milliwatts.</summary>
    public static readonly UnitTable Power = new(
        [("W", 1e3m), ("kW", 1e6m), ("MW", 1e9m), ("GW", 1e12m)],
        ["kW", "MW"],
        Words("w watt watts=W", "KW kw=kW", "mw mW Mw=MW", "gw=GW")
    );

    /// <summary>What events are counted per, in nanoseconds.</summary>
    public static readonly UnitTable PerTime = new(
        [("ms", 1e6m), ("s", 1e9m), ("min", 60e9m), ("h", 3600e9m), ("d", 86400e9m)],
        ["s", "min", "h"],
        Time.Habits
    );

    private static IReadOnlyList<(string Name, decimal Seconds)> Per => [("s", 1m), ("min", 60m), ("h", 3600m)];

    private static Dictionary<string, string> Words(params ReadOnlySpan<string> lines)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var (habits, unit) = (line.Split('=')[0], line.Split('=')[1]);
            foreach (var habit in habits.Split(' '))
            {
                words[habit] = unit;
            }
        }

        return words;
    }
}
