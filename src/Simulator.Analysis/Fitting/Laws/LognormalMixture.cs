namespace Simulator.Analysis.Fitting.Laws;

/// <summary>F(x) = Σ wᵢ Φ((ln x − μᵢ)/σᵢ).</summary>
public sealed record LognormalMixture : DurationLaw
{
    /// <summary>Makes a mixture.</summary>
    /// <param name="components">Laws with weights &gt; 0 that add up to 1, at least one.</param>
    /// <exception cref="ArgumentException">No component.</exception>
    public LognormalMixture(IReadOnlyList<(double Weight, LognormalLaw Law)> components)
    {
        ArgumentNullException.ThrowIfNull(components);
        Components =
            components.Count > 0
                ? [.. components.OrderBy(component => component.Law.Mu)]
                : throw new ArgumentException("A mixture needs a component.", nameof(components));
    }

    /// <summary>The components in ascending order of their medians.</summary>
    public IReadOnlyList<(double Weight, LognormalLaw Law)> Components { get; }

    /// <inheritdoc/>
    public override string Name => "mixture";

    /// <inheritdoc/>
    public override int Parameters => (3 * Components.Count) - 1;

    /// <inheritdoc/>
    public override double Mean => Components.Sum(component => component.Weight * component.Law.Mean);

    /// <inheritdoc/>
    public override double LogDensity(double x)
    {
        var sum = 0.0;
        for (var place = 0; place < Components.Count; place++)
        {
            var (weight, law) = Components[place];
            sum += weight * Math.Exp(law.LogDensity(x));
        }

        return Math.Log(sum);
    }

    /// <inheritdoc/>
    public override double Cdf(double x)
    {
        var sum = 0.0;
        for (var place = 0; place < Components.Count; place++)
        {
            var (weight, law) = Components[place];
            sum += weight * law.Cdf(x);
        }

        return sum;
    }

    /// <inheritdoc/>
    public override double Survival(double x)
    {
        var sum = 0.0;
        for (var place = 0; place < Components.Count; place++)
        {
            var (weight, law) = Components[place];
            sum += weight * law.Survival(x);
        }

        return sum;
    }

    /// <inheritdoc/>
    public override double Quantile(double p)
    {
        var low = Components.Min(component => component.Law.Quantile(p));
        var high = Components.Max(component => component.Law.Quantile(p));
        for (var round = 0; round < 200 && high - low > 1e-13 * high; round++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Cdf(middle) < p ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <inheritdoc/>
    internal override double Draw(double u)
    {
        var (below, place) = (0.0, 0);
        while (place < Components.Count - 1 && u >= below + Components[place].Weight)
        {
            below += Components[place].Weight;
            place++;
        }

        var inside = (u - below) / Components[place].Weight;
        return Components[place].Law.Quantile(Math.Clamp(inside, 1e-15, 1 - 1e-15));
    }

    /// <summary>Equal components.</summary>
    /// <param name="other">Another mixture.</param>
    /// <returns>Whether weights and laws are the same.</returns>
    public bool Equals(LognormalMixture? other) => other is not null && Components.SequenceEqual(other.Components);

    /// <inheritdoc/>
    public override int GetHashCode() => (Components.Count, Components[0]).GetHashCode();
}
