using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Core.Evaluators;
using Cambrian.Runs;

namespace Cambrian.Tests.Runs;

/// <summary>A problem whose scores vary and says so.</summary>
public sealed class NoisyRunTests
{
    [Fact]
    public async Task Nothing_is_promoted_inside_the_noise()
    {
        using var scratch = new Scratch();
        scratch.Write("noisy/problem.json", """{ "title": "noise", "direction": "maximise", "evaluator": { "run": ["python3", "score.py", "{candidate}"], "repeats": 3 } }""");
        scratch.Write("noisy/seed/program.py", "value = 0.5\nother = 2\n");
        // Whatever the program is, its score is chance.
        scratch.Write("noisy/score.py", "import os\nprint('{\"score\": %d}' % os.urandom(1)[0])\n");
        var options = new RunOptions { Parallel = 2, Out = scratch["run"] };
        var steps = new List<Step>();
        var session = await RunSession.CreateAsync(ProblemFolder.Load(scratch["noisy"]), options, TimeProvider.System, TestContext.Current.CancellationToken);
        await using (session)
        {
            await foreach (var step in session.RunAsync(new Budget { Steps = 40 }, TestContext.Current.CancellationToken))
            {
                steps.Add(step);
            }
        }

        var claims = steps.Where(step => step.Evaluation is { Outcome: Outcome.Valid } measured && measured.Score > step.ParentScore && step.Parents.Count > 0).ToList();
        Assert.NotEmpty(claims);
        Assert.All(claims.Where(step => step.Evaluation!.Score - step.ParentScore <= step.Evaluation.Metrics[RepeatingEvaluator.Spread]), step =>
            Assert.Contains("inside the noise", step.Verdict.Reason, StringComparison.Ordinal));
        Assert.Contains(steps, step => step.Verdict.Reason.Contains("inside the noise", StringComparison.Ordinal));
    }
}
