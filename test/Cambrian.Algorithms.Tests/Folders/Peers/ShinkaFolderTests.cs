using Cambrian.Algorithms.Folders.Peers;
using Cambrian.Core;

namespace Cambrian.Algorithms.Tests.Folders.Peers;

public sealed class ShinkaFolderTests
{
    private const string Task = """
        from shinka.core import run_shinka_eval
        def main(program_path, results_dir):
            print('evaluating', program_path)
            run_shinka_eval(
                program_path=program_path, results_dir=results_dir, experiment_fn_name='run', num_runs=3,
                get_experiment_kwargs=lambda index: {'seed': index},
                validate_fn=lambda result: (result < 100, f'{result} is too large'),
                aggregate_metrics_fn=lambda results: {'combined_score': sum(results), 'public': {'runs': len(results), 'word': 'x'}, 'private': {'secret': 5}, 'text_feedback': 'well done'})
        """;

    [Fact]
    public async Task A_program_is_scored_by_the_files_that_its_task_writes()
    {
        using var scratch = PeerScratch.Shinka(Task);

        var evaluation = await scratch.MeasureAsync();

        Assert.Equal(PeerKind.ShinkaEvolve, scratch.Load().Peer!.Kind);
        Assert.Equal((Outcome.Valid, 6.0, "feedback: well done"), (evaluation.Outcome, evaluation.Score, evaluation.Feedback));
        Assert.Equal(["runs"], evaluation.Metrics.Keys);
    }

    [Theory]
    [InlineData("def run(seed): return 99 + seed", "Validation failed: 100 is too large")]
    [InlineData("def run(seed): raise ValueError('no')", "error: no")]
    [InlineData("def walk(seed): return 1", "run")]
    public async Task A_program_that_is_not_correct_is_invalid_with_the_reason(string program, string reason)
    {
        using var scratch = PeerScratch.Shinka(Task);

        var evaluation = await scratch.MeasureAsync(program);

        Assert.Equal(Outcome.Invalid, evaluation.Outcome);
        Assert.Contains(reason, evaluation.Feedback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_without_a_main_function_is_run_as_a_script()
    {
        using var scratch = PeerScratch.Shinka("""
            import argparse, json, os
            if __name__ == '__main__':
                parser = argparse.ArgumentParser()
                parser.add_argument('--program_path'); parser.add_argument('--results_dir')
                given = parser.parse_args()
                for name, content in (('metrics', {'combined_score': len(open(given.program_path).read())}), ('correct', {'correct': True})):
                    with open(os.path.join(given.results_dir, name + '.json'), 'w') as file: json.dump(content, file)
            """);

        Assert.Equal(4, (await scratch.MeasureAsync("four")).Score);
    }

    [Fact]
    public async Task A_task_that_writes_nothing_is_a_failure_that_says_so()
    {
        using var scratch = PeerScratch.Shinka("def main(program_path, results_dir): pass");

        var evaluation = await scratch.MeasureAsync();

        Assert.Equal(Outcome.Failed, evaluation.Outcome);
        Assert.Contains("the evaluator wrote no metrics.json", evaluation.Feedback, StringComparison.Ordinal);
    }
}
