using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Studies;
using Cambrian.Tests.Runs;

namespace Cambrian.Tests.Studies;

public sealed class DerivedProblemTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_start_has_the_seeds_task_part_and_the_others_way_of_improving_with_the_methods_that_edits_added()
    {
        SmallAgents.Write(_scratch, "lines");
        var folder = ProblemFolder.Load(_scratch["lines"]);
        var seed = folder.Seed.Files["Agent.cs"];
        var evolved = seed
            .Replace("return x * 2.0;", "return x * Part1(x);", StringComparison.Ordinal)
            .Replace("random.Next(4) > 0", "Part2(random) > 0", StringComparison.Ordinal)
            .Replace("// EVOLVE-BLOCK-END", "private static double Part1(double x) { return x; }\nprivate static int Part2(Random random) { return random.Next(9); }\n// EVOLVE-BLOCK-END", StringComparison.Ordinal);

        var start = DerivedProblem.WithImprover(folder, Artifact.Of("Agent.cs", evolved), TestContext.Current.CancellationToken).Files["Agent.cs"];

        Assert.Contains("return x * 2.0;", start, StringComparison.Ordinal);
        Assert.DoesNotContain("x * Part1(x)", start, StringComparison.Ordinal);
        Assert.Contains("Part2(random) > 0", start, StringComparison.Ordinal);
        Assert.Contains("private static int Part2", start, StringComparison.Ordinal);
    }
}
