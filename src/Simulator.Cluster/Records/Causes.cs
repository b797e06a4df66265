namespace Simulator.Cluster.Records;

/// <summary>What the time of a node goes to: numbers from 0 are services of the model, the others are named here.</summary>
public static class Causes
{
    /// <summary>Work, and transfers with the link to oneself.</summary>
    public const int Work = -1;

    /// <summary>Failed attempts and the pauses after them.</summary>
    public const int Failures = -2;

    /// <summary>Waiting for a place of the rollout.</summary>
    public const int Limit = -3;

    /// <summary>The least number in use.</summary>
    public const int Least = Limit;

    /// <summary>The word for waits for a place of the rollout, and for the limit that makes nodes wait.</summary>
    public const string LimitName = "rollout.limit";

    /// <summary>The word for a cause.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="model">The model that names the services.</param>
    public static string NameOf(int cause, Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return cause switch
        {
            Work => "work",
            Failures => "failures",
            Limit => LimitName,
            _ => model.Services[cause].Name,
        };
    }
}
