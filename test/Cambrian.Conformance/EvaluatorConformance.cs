namespace Cambrian.Conformance;

/// <summary>What every evaluator owes its users.</summary>
public abstract class EvaluatorConformance
{
    protected abstract IEvaluator Create();

    /// <summary>An artifact that is measured as valid.</summary>
    protected virtual Artifact Good => Toy.Program("mambrianexplodes");

    /// <summary>An artifact that is not.</summary>
    protected virtual Artifact Bad => Toy.Program("qqqqqqqqqqqqqqqq");

    /// <summary>Whether equal artifacts get equal scores; false for measured times.</summary>
    protected virtual bool Exact => true;

    [Fact]
    public async Task A_good_artifact_is_scored_in_full_when_there_is_no_rival()
    {
        var evaluation = await MeasureAsync(Create(), Good);
        Assert.Equal(Outcome.Valid, evaluation.Outcome);
        Assert.True(evaluation.Complete);
        Assert.True(double.IsFinite(evaluation.Score), $"score {evaluation.Score}");
        Assert.True(evaluation.Cost >= 0 && evaluation.Cpu >= TimeSpan.Zero);
    }

    [Fact]
    public async Task A_bad_artifact_is_a_result_with_a_reason_and_no_score()
    {
        var evaluation = await MeasureAsync(Create(), Bad);
        Assert.NotEqual(Outcome.Valid, evaluation.Outcome);
        Assert.Equal(double.NegativeInfinity, evaluation.Score);
        Assert.NotEmpty(evaluation.Feedback);
    }

    [Fact]
    public async Task Equal_artifacts_get_equal_scores()
    {
        var (one, other) = (await MeasureAsync(Create(), Good), await MeasureAsync(Create(), Good));
        Assert.Equal(one.Outcome, other.Outcome);
        if (Exact)
        {
            Assert.Equal(Text(one), Text(other));
        }
    }

    [Fact]
    public async Task Measuring_several_at_a_time_changes_no_score()
    {
        var evaluator = Create();
        var alone = new[] { await MeasureAsync(evaluator, Good), await MeasureAsync(evaluator, Bad) };
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => MeasureAsync(evaluator, index % 2 == 0 ? Good : Bad)));
        for (var index = 0; index < together.Length; index++)
        {
            Assert.Equal(alone[index % 2].Outcome, together[index].Outcome);
            if (Exact)
            {
                Assert.Equal(Text(alone[index % 2]), Text(together[index]));
            }
        }
    }

    [Fact]
    public async Task A_cancelled_measurement_ends_as_cancelled_and_not_as_a_score()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Create().EvaluateAsync(Good, rival: null, cancelled.Token));
    }

    private static Task<Evaluation> MeasureAsync(IEvaluator evaluator, Artifact artifact) =>
        evaluator.EvaluateAsync(artifact, rival: null, TestContext.Current.CancellationToken);

    private static string Text(Evaluation evaluation) =>
        StepText.HeadOf([new Step { Number = 0, Verdict = Verdict.Admit(), Evaluation = evaluation }]);
}
