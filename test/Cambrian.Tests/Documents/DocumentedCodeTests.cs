using System.Text.Json;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.CSharp.Compiling;

namespace Cambrian.Tests.Documents;

public sealed class DocumentedCodeTests
{
    private const string Description = """
        { "title": "Square a number", "direction": "minimise", "evaluator": { "file": "evaluator.cs", "entry": "Rule.Square" }, "features": [{ "name": "x", "low": 1, "high": 21 }] }
        """;

    private const string Seed = """
        public static class Rule
        {
            public static double Square(double x)
            {
                // EVOLVE-BLOCK-START
                return x;
                // EVOLVE-BLOCK-END
            }
        }
        """;

    [Fact]
    public void Every_block_of_csharp_compiles()
    {
        var compiler = new CandidateCompiler(ReferenceSet.Framework.With(typeof(Split).Assembly));
        var blocks = Page.All.SelectMany(page => new Page(page).Blocks("csharp").Select(block => (page, block))).ToList();
        Assert.NotEmpty(blocks);
        Assert.All(blocks, shown => Assert.Equal((shown.page, ""), (shown.page, compiler.Compile(Artifact.Of("Shown.cs", shown.block), "shown", TestContext.Current.CancellationToken).Feedback)));
    }

    [Fact]
    public async Task The_evaluator_in_the_readme_is_a_whole_problem_once_it_has_a_seed()
    {
        using var scratch = new Scratch();
        scratch.Write("square/problem.json", Description);
        scratch.Write("square/seed/Rule.cs", Seed);
        scratch.Write("square/evaluator.cs", new Page("README.md").Blocks("csharp")[0]);

        var check = await scratch.TypeAsync("check", "square");
        Assert.True(check.Code == 0, check.Output + check.Error);

        var run = await scratch.TypeAsync("run", "square", "--steps", "400", "--out", "run", "--json");
        Assert.True(run.Code == 0, run.Output + run.Error);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(0, json.RootElement.GetProperty("best").GetProperty("test").GetDouble(), 1e-9); // x * x was found
    }
}
