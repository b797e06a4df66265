namespace Simulator.Cluster.Updates;

/// <summary>What a compiled step does next. Shared ops happen at their instant; local ones are walked through ahead.</summary>
internal enum OpKind
{
    /// <summary>Note when the attempt is broken off, and have oneself woken then; local.</summary>
    Watch,

    /// <summary>Ask for an amount of a budget, and wait.</summary>
    Need,

    /// <summary>Ask for a server of a station, and wait.</summary>
    Use,

    /// <summary>Ask for tokens, and wait or try again.</summary>
    Call,

    /// <summary>Take tokens of a bucket of one's own, in time; local.</summary>
    CallAlone,

    /// <summary>Note the begin of the work; local.</summary>
    Begin,

    /// <summary>Start a transfer over a shared link, and wait for its end.</summary>
    Transfer,

    /// <summary>As <see cref="Transfer"/>, over a link that can be down or has branches.</summary>
    Fetch,

    /// <summary>Note what sharing cost; local.</summary>
    Transferred,

    /// <summary>Bring the work, drawn, to a station that does it, and wait for its end.</summary>
    Serve,

    /// <summary>Note what the station cost beyond the work, and the tick; local.</summary>
    Served,

    /// <summary>A span that never varies; local.</summary>
    Delay,

    /// <summary>The work itself, drawn; local.</summary>
    Work,

    /// <summary>Give the server back.</summary>
    ReleaseUse,

    /// <summary>Give the amount back.</summary>
    ReleaseNeed,

    /// <summary>Ask for a place of the rollout, and wait.</summary>
    Admit,

    /// <summary>Give the place back.</summary>
    Leave,

    /// <summary>The step is done: on to its successors.</summary>
    End,

    /// <summary>The node is verified; local.</summary>
    Verified,
}
