using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Plots;

/// <summary>The pictures of a study. They hold no time, host or path, and need no font of the machine.</summary>
/// <remarks>Thread-safe.</remarks>
public static class Pictures
{
    /// <summary><c>t-of-n</c>: T(N) on logarithmic axes with interval, floor, T_1, lower bound, law and limits.</summary>
    /// <param name="study">The study; one cell is enough, none gives empty axes.</param>
    /// <param name="theme">The colours; light unless told otherwise.</param>
    /// <returns>The picture; the caller disposes of it.</returns>
    public static Figure TOfN(StudyResult study, Theme? theme = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        return TOfNPlot.Draw(study, theme ?? Theme.Light);
    }

    /// <summary><c>waterfall</c>: from T_1 to T(N), what each cause adds.</summary>
    /// <param name="study">The study.</param>
    /// <param name="theme">The colours; light unless told otherwise.</param>
    /// <returns>The picture; the caller disposes of it.</returns>
    public static Figure Waterfall(StudyResult study, Theme? theme = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        return WaterfallPlot.Draw(study, theme ?? Theme.Light, "what T(N) is made of");
    }

    /// <summary><c>shapley</c>: from T_1 to T(N), the Shapley share of each factor.</summary>
    /// <param name="study">The study, with the shares as its waterfall.</param>
    /// <param name="theme">The colours; light unless told otherwise.</param>
    /// <returns>The picture; the caller disposes of it.</returns>
    public static Figure Shapley(StudyResult study, Theme? theme = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        return WaterfallPlot.Draw(study, theme ?? Theme.Light, "Shapley shares of T(N)");
    }

    /// <summary><c>progress</c>: how many nodes are done, at work and waiting over the time of one run.</summary>
    /// <param name="study">The study.</param>
    /// <param name="theme">The colours; light unless told otherwise.</param>
    /// <returns>The picture; the caller disposes of it.</returns>
    public static Figure Progress(StudyResult study, Theme? theme = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        return ProgressPlot.Draw(study, theme ?? Theme.Light);
    }
}
