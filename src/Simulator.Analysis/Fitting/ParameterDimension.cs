namespace Simulator.Analysis.Fitting;

/// <summary>What a parameter counts.</summary>
public enum ParameterDimension
{
    /// <summary>A plain number.</summary>
    Number,

    /// <summary>Seconds.</summary>
    Time,

    /// <summary>The natural logarithm of seconds.</summary>
    LogTime,
}
