using Simulator.Analysis.Sensitivity;

namespace Simulator.Analysis.Tests.Sensitivity;

/// <summary>The law of total variance on tables whose parts are known.</summary>
public sealed class CrossedVarianceTests
{
    [Test]
    public void A_sum_of_rows_and_columns_is_taken_apart_exactly()
    {
        // rows 0, 10, 20 (variance 100), columns 0, 2 (variance 2), no interplay; mean 11
        var parts = CrossedVariance.Of([
            [0, 2],
            [10, 12],
            [20, 22],
        ]);

        Assert.Multiple(() =>
        {
            Assert.That(parts.Mean, Is.EqualTo(11).Within(1e-12));
            Assert.That(parts.Unknown, Is.EqualTo(100).Within(1e-9));
            Assert.That(parts.Chance, Is.EqualTo(2).Within(1e-9));
            Assert.That(parts.UnknownShare, Is.EqualTo(100 / 102.0).Within(1e-12));
            Assert.That(parts.StandardError, Is.EqualTo(Math.Sqrt((100 / 3.0) + (2 / 2.0))).Within(1e-9));
        });
    }

    [Test]
    public void Interplay_is_chance_and_is_taken_off_what_is_unknown()
    {
        // row means 1.5 and 2.5, column means 1 and 3, rests of 0.5: interplay 1, so 0.5 - 1/2 = 0 is unknown, and
        // chance is the mean variance within rows, (4.5 + 0.5)/2
        var parts = CrossedVariance.Of([
            [0, 3],
            [2, 3],
        ]);

        Assert.That(parts.Unknown, Is.EqualTo(0).Within(1e-12));
        Assert.That(parts.Chance, Is.EqualTo(2.5).Within(1e-12));
    }

    [Test]
    public void Nothing_varies_where_all_is_one_number() =>
        Assert.That(
            CrossedVariance
                .Of([
                    [5, 5],
                    [5, 5],
                ])
                .UnknownShare,
            Is.Null
        );

    [Test]
    public void One_row_or_one_column_cannot_be_taken_apart()
    {
        Assert.That(
            () =>
                CrossedVariance.Of([
                    [1, 2],
                ]),
            Throws.ArgumentException
        );
        Assert.That(
            () =>
                CrossedVariance.Of([
                    [1],
                    [2],
                ]),
            Throws.ArgumentException
        );
    }
}
