using Cambrian.Numerics.Sequences;
using CsCheck;

namespace Cambrian.Numerics.Tests.Sequences;

public sealed class StepFunctionsTests
{
    [Fact]
    public void Twice_as_many_steps_are_the_same_function() => Assert.Equal([1.0, 1, 5, 5, 2, 2], StepFunctions.Refine([1, 5, 2], 2));

    [Fact]
    public void A_wider_step_has_the_mean_of_what_it_covers() => Assert.Equal([2.0, 4], StepFunctions.Resample([1, 3, 3, 5], 2));

    [Fact]
    public void Any_array_is_taken_and_finite_heights_are_returned() =>
        Gen.Select(Gen.Double.Array[0, 20], Gen.Double, Gen.Int).Sample((heights, number, seed) =>
        {
            double[][] made =
            [
                StepFunctions.Refine(heights, Math.Clamp(number, -10, 10)), StepFunctions.Jitter(heights, number, seed), StepFunctions.Mirror(heights),
                StepFunctions.Scatter(seed % 50, number, seed), StepFunctions.Resample(heights, seed % 50),
            ];
            Assert.All(made, function =>
            {
                Assert.NotEmpty(function);
                Assert.All(function, height => Assert.True(double.IsFinite(height)));
            });
        }, iter: 500);
}
