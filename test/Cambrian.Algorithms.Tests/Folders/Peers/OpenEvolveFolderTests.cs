using Cambrian.Algorithms.Folders;
using Cambrian.Algorithms.Folders.Peers;
using Cambrian.Core;

namespace Cambrian.Algorithms.Tests.Folders.Peers;

public sealed class OpenEvolveFolderTests
{
    private const string Value = "import runpy\ndef value(path): return runpy.run_path(path)['value']\n";

    [Fact]
    public void A_folder_is_read_with_what_of_its_configuration_has_a_meaning()
    {
        using var scratch = PeerScratch.OpenEvolve("", """
            max_iterations: 100
            llm: {primary_model: any, temperature: 0.7}
            prompt: {system_message: "Make it greater.", num_top_programs: 3}
            database: {num_islands: 4, population_size: 80, archive_size: 30, feature_dimensions: [speed]}
            evaluator: {timeout: 12.5, memory_limit_mb: 300, cascade_evaluation: true, cascade_thresholds: [0.25], parallel_evaluations: 4}
            """);

        var folder = scratch.Load();

        Assert.Equal((PeerKind.OpenEvolve, "evaluator.py", "initial_program.py"), (folder.Peer!.Kind, folder.Peer.Evaluator, folder.Peer.Program));
        Assert.Equal((12.5, 300), (folder.File.Evaluator.TimeLimit, folder.File.Evaluator.Memory));
        Assert.Equal((4, 20), (folder.File.Search.Islands, folder.File.Search.Population));
        Assert.Equal(("Make it greater.", Direction.Maximise), (folder.Problem.Statement, folder.Problem.Direction));
        Assert.Equal([0.25], folder.Peer.Settings.Thresholds);
        Assert.Equal(["max_iterations", "llm", "prompt.num_top_programs", "database.archive_size", "evaluator.parallel_evaluations"], folder.Peer.Settings.Ignored);
        Assert.Equal(["config.yaml", "evaluator.py", "initial_program.py"], Directory.EnumerateFileSystemEntries(scratch.Path).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("evaluator: {timeout: soon}", "config.yaml: 'evaluator.timeout' is 'soon'; expected a number.")]
    [InlineData("evaluator: {cascade_evaluation: perhaps}", "expected true or false")]
    [InlineData("evaluator: [", "config.yaml, line")]
    public void A_configuration_that_cannot_be_read_is_named(string configuration, string complaint)
    {
        using var scratch = PeerScratch.OpenEvolve("", configuration);

        Assert.Contains(complaint, Assert.Throws<ProblemFolderException>(scratch.Load).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{'combined_score': 5, 'other': 1}", 5)]
    [InlineData("{'combined_score': '2.5'}", 2.5)]
    [InlineData("{'a': 1, 'b': 3, 'words': 'x', 'flag': True, 'nothing': float('nan')}", 2)]
    [InlineData("{'a': 1, 'speed': 9}", 1)]
    [InlineData("{'speed': 9}", 9)]
    [InlineData("{'error': 0.0}", 0)]
    [InlineData("{}", 0)]
    public async Task The_score_is_the_combined_one_or_the_mean_of_the_numbers_that_are_no_axes(string metrics, double score)
    {
        using var scratch = PeerScratch.OpenEvolve($"def evaluate(program_path): return {metrics}", "database: {feature_dimensions: [speed]}");

        Assert.Equal((Outcome.Valid, score), await MeasureAsync(scratch));
    }

    [Fact]
    public async Task Artifacts_and_words_are_told_to_the_proposer_and_numbers_become_metrics()
    {
        using var scratch = PeerScratch.OpenEvolve("""
            from openevolve.evaluation_result import EvaluationResult
            def evaluate(program_path):
                print('{"score": 99}')
                return EvaluationResult(metrics={'combined_score': 1, 'speed': 3, 'note': 'slow'}, artifacts={'stderr': 'a warning', 'raw': b'bytes', 'none': ''})
            """);

        var evaluation = await scratch.MeasureAsync();

        Assert.Equal("note: slow\nstderr: a warning\nraw: bytes", evaluation.Feedback);
        Assert.Equal(3, evaluation.Metrics["speed"]);
        Assert.Equal(1, evaluation.Score);
    }

    [Theory]
    [InlineData("value = 0.2", 0.2, false, false)]
    [InlineData("value = 0.6", 6, true, false)]
    [InlineData("value = 0.8", 80, true, true)]
    public async Task Stages_follow_each_other_while_their_thresholds_are_reached(string program, double score, bool second, bool third)
    {
        using var scratch = PeerScratch.OpenEvolve(Value + """
            def evaluate(path): raise RuntimeError('stages were asked for')
            def evaluate_stage1(path): return {'combined_score': value(path)}
            def evaluate_stage2(path): return {'combined_score': value(path) * 10, 'second': 1}
            def evaluate_stage3(path): return {'combined_score': value(path) * 100, 'third': 1}
            """, "evaluator: {cascade_evaluation: true, cascade_thresholds: [0.5, 7]}");

        var evaluation = await scratch.MeasureAsync(program);

        Assert.Equal(score, evaluation.Score, 9);
        Assert.Equal((second, third), (evaluation.Metrics.ContainsKey("second"), evaluation.Metrics.ContainsKey("third")));
    }

    [Theory]
    [InlineData("raise ValueError('second')", "ValueError: second")]
    [InlineData("\n  while True: pass", "stage 2 did not end")]
    [InlineData("import os; os._exit(1)", "stage 2 did not end")]
    public async Task A_stage_that_fails_leaves_the_score_of_the_one_before(string second, string reason)
    {
        using var scratch = PeerScratch.OpenEvolve($"""
            def evaluate(path): pass
            def evaluate_stage1(path): return dict(combined_score=0.75)
            def evaluate_stage2(path): {second}
            """, "evaluator: {timeout: 1}");

        var evaluation = await scratch.MeasureAsync();

        Assert.Equal((Outcome.Valid, 0.75, 0.0), (evaluation.Outcome, evaluation.Score, evaluation.Metrics["stage2_passed"]));
        Assert.Contains(reason, evaluation.Feedback, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("raise ValueError('no such luck')", "ValueError: no such luck")]
    [InlineData("return 5", "evaluate returned int")]
    [InlineData("return {'combined_score': 0.0, 'error': 'it does not run'}", "error: it does not run")]
    [InlineData("return {'combined_score': float('nan')}", "NaN")]
    public async Task An_evaluator_that_gives_no_score_is_a_failed_program(string body, string reason)
    {
        using var scratch = PeerScratch.OpenEvolve($"def evaluate(program_path): {body}");

        var evaluation = await scratch.MeasureAsync();

        Assert.NotEqual(Outcome.Valid, evaluation.Outcome);
        Assert.Contains(reason, evaluation.Feedback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evaluator_finds_its_folder_from_its_own_file_and_from_where_it_is_started_and_may_write_there()
    {
        using var scratch = PeerScratch.OpenEvolve("""
            import os, local
            def evaluate(program_path):
                with open('out.txt', 'w') as file: file.write('4')
                beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'table.txt')
                return {'combined_score': local.one + int(open('table.txt').read()) + int(open(beside).read()) + int(open('out.txt').read())}
            """);
        scratch.Write("local.py", "one = 1");
        scratch.Write("table.txt", "10");

        Assert.Equal((Outcome.Valid, 25.0), await MeasureAsync(scratch));
        Assert.False(File.Exists(Path.Combine(scratch.Path, "out.txt")));
    }

    [Theory]
    [InlineData("__import__(os.path.splitext(os.path.basename(program_path))[0])")]
    [InlineData("importlib.import_module(os.path.splitext(os.path.basename(program_path))[0])")]
    public async Task A_program_can_be_imported_by_its_files_name(string import)
    {
        using var scratch = PeerScratch.OpenEvolve($$"""
            import importlib, os, sys
            def evaluate(program_path):
                sys.path.insert(0, os.path.dirname(program_path))
                return {'combined_score': {{import}}.value}
            """);

        Assert.Equal((Outcome.Valid, 2.0), await MeasureAsync(scratch));
    }

    private static async Task<(Outcome Outcome, double Score)> MeasureAsync(PeerScratch scratch)
    {
        var evaluation = await scratch.MeasureAsync();
        return (evaluation.Outcome, evaluation.Score);
    }
}
