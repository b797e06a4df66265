namespace Simulator.Reporting.Plots;

/// <summary>How the values of cells are joined.</summary>
internal enum CurveShape
{
    /// <summary>By lines from cell to cell.</summary>
    Lines,

    /// <summary>Not at all.</summary>
    Points,

    /// <summary>A short level line at each cell.</summary>
    Dashes,

    /// <summary>One level line across the picture: there is one cell.</summary>
    Levels,
}
