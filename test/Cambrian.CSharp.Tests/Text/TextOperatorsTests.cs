using Cambrian.Core;
using Cambrian.CSharp.Text;
using CsCheck;

namespace Cambrian.CSharp.Tests.Text;

public sealed class TextOperatorsTests
{
    private static readonly Problem AnyProblem = new() { Name = "any", Seeds = [Artifact.Of("a.py", "x = 1")] };

    public static TheoryData<string> Paths { get; } = [.. TextSamples.All.Select(sample => sample.Path)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_operator_has_repeatable_children_in_every_language(string path)
    {
        var seed = Artifact.Of(path, TextSamples.All.Single(sample => sample.Path == path).Text);
        var mate = await ProposeAsync("tune-numbers", [seed], 9);
        Assert.NotNull(mate);
        foreach (var name in TextOperators.All().Select(one => one.Name))
        {
            var children = new HashSet<string>(StringComparer.Ordinal);
            for (var step = 0; step < 20; step++)
            {
                var child = await ProposeAsync(name, [seed, mate], step);
                Assert.Equal(child, await ProposeAsync(name, [seed, mate], step));
                children.Add(child?.Id ?? "");
            }

            Assert.True(children.Count > 3, $"{name}: {children.Count} different children in {path}");
        }
    }

    [Fact]
    public void Nothing_outside_of_the_blocks_changes_and_markers_stay()
    {
        var line = Gen.OneOf(Gen.Const("x = x + 0.5\n"), Gen.Const("  if a < 3:\n"), Gen.Const("    y = min(y, 2)\n"), Gen.Const("  else:\n"), Gen.Const("\n"), Gen.Const("f(1, [2, 3])\n"), Gen.Const("}\n"), Gen.Const("\tz *= 4 # 5\n"));
        var lines = line.Array[0, 6].Select(string.Concat);
        Gen.Select(lines, Gen.Select(lines, lines).Array[1, 3], Gen.Int[0, 7], Gen.Int).Sample(
            (before, blocks, which, step) =>
            {
                var text = before + string.Concat(blocks.Select(block => $"# EVOLVE-BLOCK-START\n{block.Item1}# EVOLVE-BLOCK-END\n{block.Item2}"));
                var mate = text.Replace("x = x", "x = y", StringComparison.Ordinal).Replace("0.5", "0.7", StringComparison.Ordinal);
                var child = ProposeAsync(TextOperators.All()[which].Name, [Artifact.Of("a.py", text), Artifact.Of("a.py", mate)], step).GetAwaiter().GetResult();
                return child is null || Outside(child.Files["a.py"]).SequenceEqual(Outside(text), StringComparer.Ordinal);
            },
            threads: 1);
    }

    [Fact]
    public async Task Tuning_leaves_strings_comments_and_names_alone()
    {
        for (var step = 0; step < 40; step++)
        {
            var child = (await ProposeAsync("tune-numbers", [Artifact.Of("a.py", TextSamples.Python)], step))?.Files["a.py"];
            Assert.NotNull(child);
            Assert.Contains("\"a 12 'quoted' 13\"", child, StringComparison.Ordinal);
            Assert.Contains("# 7 comment", child, StringComparison.Ordinal);
            Assert.Contains("Walks 300 steps", child, StringComparison.Ordinal);
            Assert.Contains("x1 = x1 + step", child, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_suite_that_loses_its_only_line_passes()
    {
        const string Text = "if a:\n    x = 1\ny = 2\n";
        var children = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < 40; step++)
        {
            children.Add((await ProposeAsync("delete-lines", [Artifact.Of("a.py", Text)], step))?.Files["a.py"] ?? "");
        }

        Assert.Equal(["if a:\n    pass\ny = 2\n", "if a:\n    x = 1\n", "y = 2\n"], children.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_swap_exchanges_two_lines()
    {
        var child = await ProposeAsync("swap-lines", [Artifact.Of("a.py", "a = 1\nb = 2")], 1);

        Assert.Equal("b = 2\na = 1\n", child?.Files["a.py"]);
    }

    [Fact]
    public async Task A_crossover_takes_lines_of_the_mate()
    {
        var child = await ProposeAsync("cross-lines", [Artifact.Of("a.lua", "a = 1\n"), Artifact.Of("a.lua", "b = 2\n")], 1);

        Assert.Contains("b = 2\n", child?.Files["a.lua"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x = a + b", "a [-*/] b")]
    [InlineData("if a and b:", "a or b")]
    [InlineData("x = max(a, b)", "min\\(a, b\\)")]
    [InlineData("if not a:", "if a:")]
    [InlineData("if a <= b:", "a (<|>|>=|==|!=) b")]
    [InlineData("while True:", "while False:")]
    public async Task A_token_becomes_another_of_its_class(string text, string expected)
    {
        var child = await ProposeAsync("replace-token", [Artifact.Of("a.py", text)], 3);

        Assert.Matches(expected, child?.Files["a.py"]);
    }

    [Fact]
    public async Task Arrays_of_NumPy_are_filled_and_nudged_where_they_are_made()
    {
        const string Text = "import numpy as np\n\ndef place(n):\n    \"\"\"\n    points = np.zeros\n    \"\"\"\n    points = np.zeros((n, 3))\n    if n > 3:\n        n = 4\n    return points\n";
        var (fills, nudges) = (await ChildrenAsync("fill-array", Text), await ChildrenAsync("nudge-array", Text));

        Assert.All(fills, child => Assert.Matches(@"\n    points = \([0-9.]+ \+ [0-9.e-]+ \* np\.random\.default_rng\(\d+\)\.random\(\(n, 3\)\)( \* \[[0-9.e-]+, [0-9.e-]+, [0-9.e-]+\])?\)\n", child));
        Assert.All(nudges, child => Assert.Matches(@"\n    points(\.flat\[\d+ % points\.size\]|\[\.\.\., \d\]) [-+*]= [0-9.e-]+\n    (if|return)", child));
        Assert.True(fills.Count > 5 && nudges.Count > 5);
    }

    [Fact]
    public async Task A_program_without_numbers_grows_some()
    {
        var children = await ChildrenAsync("grow-expression", "def f(x):\n    '''return y'''\n    return x\n");

        Assert.All(children, child => Assert.Matches(@"return x (\*|\+|-|if x >) .*[0-9.]+", child));
        Assert.True(children.Count > 5);
    }

    [Fact]
    public async Task A_quoted_word_is_exchanged_for_another_one_of_the_file_also_of_its_comments()
    {
        const string Text = "# one of 'quick', 'heap' or 'merge'\ndef f():\n    \"\"\"\n    'leave' this\n    \"\"\"\n    kind = 'quick'  # not 'this'\n    return kind\n";

        Assert.Equal(
            ["'heap'", "'leave'", "'merge'", "'this'"],
            (await ChildrenAsync("exchange-string", Text)).Select(child => child.Split("kind = ")[1].Split("  #")[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a.rs", "let x = \"a\";", 0)]
    [InlineData("a.py", "x = 1", 1)]
    [InlineData("a.py", "import numpy as np\nx = np.ones(3)", 3)]
    [InlineData("a.pl", "my @all = ('a', 'b', 'c');", 1)]
    public void Edits_for_what_a_program_uses_come_to_those_for_every_language(string path, string text, int more) =>
        Assert.Equal(TextOperators.All().Length + more, TextOperators.For(Artifact.Of(path, text)).Length);

    [Fact]
    public async Task Descriptions_are_no_lines_of_the_program()
    {
        const string Text = "def f(x):\n    \"\"\"\n    one\n    two\n    \"\"\"\n    x = x + 1\n    y = x\n    return y\n";
        foreach (var name in new[] { "delete-lines", "copy-lines", "move-lines", "swap-lines" })
        {
            Assert.All(await ChildrenAsync(name, Text), child => Assert.Contains("    \"\"\"\n    one\n    two\n    \"\"\"\n", child, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("let v: Vec<f64> = -x;")]
    [InlineData("let p = &*q; // a + b")]
    [InlineData("let s = \"a + b\";")]
    [InlineData("x->y = i++")]
    public async Task What_only_looks_like_an_operator_is_left_alone(string text) => Assert.Null(await ProposeAsync("replace-token", [Artifact.Of("a.rs", text)], 3));

    [Fact]
    public async Task An_artifact_whose_blocks_are_empty_has_no_children()
    {
        foreach (var name in TextOperators.All().Where(one => !one.NeedsMate).Select(one => one.Name))
        {
            Assert.Null(await ProposeAsync(name, [Artifact.Of("a.py", "x = 1\n# EVOLVE-BLOCK-START\n# EVOLVE-BLOCK-END\n")], 1));
        }
    }

    private static async Task<HashSet<string>> ChildrenAsync(string name, string text)
    {
        var children = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < 40; step++)
        {
            children.Add((await ProposeAsync(name, [Artifact.Of("a.py", text)], step))?.Files["a.py"] ?? throw new InvalidOperationException($"{name} found no place."));
        }

        return children;
    }

    private static async Task<Artifact?> ProposeAsync(string name, Artifact[] parents, int seed)
    {
        try
        {
            var proposer = TextOperators.For(parents[0]).Single(one => one.Name == name);
            var proposal = await proposer.ProposeAsync(AnyProblem, [.. parents.Select(parent => new Candidate(0, parent, Evaluation.Of(0), []))], seed, Token);
            Assert.Equal(name, proposal.Origin);
            return proposal.Child;
        }
        catch (ProposalException none)
        {
            Assert.Equal(name, none.Origin);
            return null;
        }
    }

    private static List<string> Outside(string text)
    {
        var outside = new List<string>();
        var inside = false;
        foreach (var line in text.Split('\n'))
        {
            inside = inside && !line.Contains(EvolveBlocks.EndMarker, StringComparison.Ordinal);
            if (!inside)
            {
                outside.Add(line);
            }

            inside = inside || line.Contains(EvolveBlocks.StartMarker, StringComparison.Ordinal);
        }

        return outside;
    }
}
