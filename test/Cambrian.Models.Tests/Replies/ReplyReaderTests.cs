using Cambrian.Models.Replies;
using CsCheck;

namespace Cambrian.Models.Tests.Replies;

public sealed class ReplyReaderTests
{
    private const string Program = """
        using System;

        static class Rule
        {
            // How good it is.
            static double Of(double x)
            {
                // BLOCK-START
                var y = x + 1;
                if (y > 2)
                {
                    return y;
                }

                return 0;
                // BLOCK-END
            }
        }

        """;

    private static readonly string[] Pieces =
    [
        "<<<<<<< SEARCH\n", "=======\n", ">>>>>>> REPLACE\n", "```csharp\n", "```\n", "var y = x + 1;\n", "// BLOCK-START\n", "// BLOCK-END\n", "return 0;\n", "}\n", "\n", "static class Rule\n",
    ];

    private static readonly Artifact Parent = Artifact.Of("Rule.cs", Program);

    public static TheoryData<string, string> Diffs => new()
    {
        { "exact", "        var y = x + 1;" },
        { "spaces at the end", "        var y = x + 1;  " },
        { "no indentation", "var y = x + 1;" },
        { "blank lines around it", "\n        var y = x + 1;\n" },
        { "tabs", "\tvar y = x + 1;" },
    };

    [Theory]
    [MemberData(nameof(Diffs))]
    public void An_edit_is_found_as_a_model_remembers_it(string how, string search) =>
        Assert.True(Child($"I change y.\n\n<<<<<<< SEARCH\n{search}\n=======\n{search.Replace("x + 1", "x * 3", StringComparison.Ordinal)}\n>>>>>>> REPLACE\n") == Program.Replace("x + 1", "x * 3", StringComparison.Ordinal), how);

    [Theory]
    [InlineData("<<<<<<< SEARCH\nreturn 0;\n=======\nreturn 7;\n>>>>>>> REPLACE")]
    [InlineData("```diff\n<<<<<<< SEARCH\nreturn 0;\n=======\nreturn 7;\n>>>>>>> REPLACE\n```")]
    [InlineData("<<<<<<< SEARCH\r\n        return 0;\r\n=======\r\n        return 7;\r\n>>>>>>> REPLACE\r\n")]
    [InlineData("<<<<<<SEARCH\nreturn 0;\n=====\nreturn 7;\n>>>>>> REPLACE (better)")]
    [InlineData("  <<<<<<< SEARCH\n  return 0;\n  =======\n  return 7;\n  >>>>>>> REPLACE")]
    public void Marks_are_read_however_they_are_counted(string reply) => Assert.Equal(Program.Replace("return 0", "return 7", StringComparison.Ordinal), Child(reply));

    [Fact]
    public void Several_edits_are_made_one_after_the_other()
    {
        var child = Child("<<<<<<< SEARCH\nvar y = x + 1;\n=======\nvar y = x;\n>>>>>>> REPLACE\nand then\n<<<<<<< SEARCH\nvar y = x;\nif (y > 2)\n=======\nvar y = x;\nif (y > 3)\n>>>>>>> REPLACE");
        Assert.Contains("        var y = x;\n        if (y > 3)\n", child, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_can_be_deleted() => Assert.DoesNotContain("return 0", Child("<<<<<<< SEARCH\n        return 0;\n=======\n>>>>>>> REPLACE"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<<<<<<< SEARCH\nstatic class Rule\n=======\nstatic class Role\n>>>>>>> REPLACE", "an edit is outside the evolve blocks: 'static class Rule' may not change")]
    [InlineData("<<<<<<< SEARCH\n// BLOCK-START\n=======\n>>>>>>> REPLACE", "an edit is outside the evolve blocks")]
    [InlineData("<<<<<<< SEARCH\nvar z = 1;\n=======\nvar z = 2;\n>>>>>>> REPLACE", "does not match the program: 'var z = 1;' must be copied from it exactly")]
    [InlineData("<<<<<<< SEARCH\n=======\nvar z = 2;\n>>>>>>> REPLACE", "a SEARCH block is empty")]
    [InlineData("<<<<<<< SEARCH\nreturn 0;\n=======\nreturn 0;\n>>>>>>> REPLACE", "the reply changes nothing")]
    [InlineData("<<<<<<< SEARCH\nreturn 0;\n=======\nreturn 1;\n", "of 1 SEARCH blocks only 0 are complete")]
    [InlineData("<<<<<<< SEARCH\nreturn 0;\n=======\n// BLOCK-END\n}\nstatic double More() {\n// BLOCK-START\nreturn 1;\n>>>>>>> REPLACE", "was changed outside its evolve blocks")]
    [InlineData("It is fine as it is.", "neither SEARCH/REPLACE blocks nor a program in a fenced block")]
    [InlineData("```csharp\nusing System.IO;\nstatic class Rule\n{\n    static double Of(double x)\n    {\n        return 3;\n    }\n}\n```", "outside its evolve blocks, at 'using System.IO;'")]
    [InlineData("```csharp\nstatic class Other\n{\n    static double Of(double x)\n    {\n        // BLOCK-START\n        return 3;\n        // BLOCK-END\n    }\n}\n```", "outside its evolve blocks, at 'static class Other'")]
    [InlineData("```\n// BLOCK-START\nreturn 1;\n// BLOCK-END\n// BLOCK-START\nreturn 2;\n// BLOCK-END\n```", "has 1 evolve blocks, the reply 2")]
    public void What_cannot_be_used_is_refused_with_the_reason(string reply, string reason)
    {
        Assert.Null(new ReplyReader(TestModel.Scope).TryRead(Parent, reply, out var said));
        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_stand_in_several_places_are_refused()
    {
        var parent = Artifact.Of("a.txt", "one\ntwo\none\n");
        Assert.Null(new ReplyReader(TestModel.Scope).TryRead(parent, "<<<<<<< SEARCH\none\n=======\nsix\n>>>>>>> REPLACE", out var reason));
        Assert.Contains("matches 2 places: 'one'; take more lines into it", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_places_the_one_that_may_change_is_meant()
    {
        var parent = Artifact.Of("a.txt", "one\nBLOCK-START\none\nBLOCK-END\n");
        Assert.Equal("one\nBLOCK-START\nsix\nBLOCK-END\n", new ReplyReader(TestModel.Scope).TryRead(parent, "<<<<<<< SEARCH\none\n=======\nsix\n>>>>>>> REPLACE", out _)?.Files["a.txt"]);
    }

    public static TheoryData<string, string> Rewrites => new()
    {
        { "the whole file", Program.Replace("return 0", "return 7", StringComparison.Ordinal) },
        { "without its comments and blank lines", "static class Rule\n{\n    static double Of(double x)\n    {\n        // BLOCK-START\n        return 7;\n        // BLOCK-END\n    }\n}" },
        { "with a comment of its own", "// Better.\nusing System;\nstatic class Rule\n{\n    static double Of(double x)\n    {\n        // BLOCK-START\n        return 7;\n        // BLOCK-END\n    }\n}" },
        { "without markers", "using System;\n\nstatic class Rule\n{\n    // How good it is.\n    static double Of(double x)\n    {\n        return 7;\n    }\n}" },
        { "the block alone", "return 7;" },
        { "the block alone, ending in a brace", "if (x > 1)\n{\n    return 3;\n}\n\nreturn 7;" },
    };

    [Theory]
    [MemberData(nameof(Rewrites))]
    public void A_rewrite_may_be_the_file_or_what_may_change_of_it(string how, string code)
    {
        var child = Child($"Here it is.\n\n```csharp\n{code}\n```\nIt is better.");

        Assert.StartsWith(Program[..Program.IndexOf("var y", StringComparison.Ordinal)].TrimEnd(' '), child, StringComparison.Ordinal);
        Assert.EndsWith("return 7;\n        // BLOCK-END\n    }\n}\n", child, StringComparison.Ordinal);
        Assert.Equal(1, child.Split("static class Rule").Length - 1);
        Assert.True(child.Split("BLOCK-").Length == 3, how);
    }

    [Fact]
    public void The_longest_fence_is_the_program_and_the_last_may_lack_its_end() =>
        Assert.Contains("return 123456;", Child("Before:\n```\nreturn 0;\n```\nAfter:\n```csharp\nreturn 123456;\n"), StringComparison.Ordinal);

    [Fact]
    public void A_block_is_indented_as_the_one_it_replaces()
    {
        var parent = Artifact.Of("p.py", "def f(x):\n    # BLOCK-START\n    return x\n    # BLOCK-END\n");
        var child = new ReplyReader(TestModel.Scope).TryRead(parent, "```python\nif x > 1:\n    return 2\nreturn x\n```", out _);
        Assert.Equal("def f(x):\n    # BLOCK-START\n    if x > 1:\n        return 2\n    return x\n    # BLOCK-END\n", child?.Files["p.py"]);
    }

    [Fact]
    public void A_program_of_several_files_changes_where_they_are_named()
    {
        var parent = new Artifact([KeyValuePair.Create("a.py", "A = 1\n"), KeyValuePair.Create("lib/b.py", "B = 1\n")]);
        var reader = new ReplyReader(TestModel.Scope);

        var rewritten = reader.TryRead(parent, "lib/b.py\n```python\nB = 2\n```\n", out _);
        var edited = reader.TryRead(parent, "In a.py:\n<<<<<<< SEARCH\nA = 1\n=======\nA = 2\n>>>>>>> REPLACE\n", out _);
        Assert.Equal(("A = 1\n", "B = 2\n"), (rewritten?.Files["a.py"], rewritten?.Files["lib/b.py"]));
        Assert.Equal(("A = 2\n", "B = 1\n"), (edited?.Files["a.py"], edited?.Files["lib/b.py"]));
        Assert.Null(reader.TryRead(parent, "```python\nB = 2\n```\n", out var reason));
        Assert.Contains("put one of a.py, lib/b.py on the line before each", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void No_reply_makes_the_reader_throw_or_change_what_may_not() => Gen.Int[0, Pieces.Length - 1].Array[0, 12].Sample(
        numbers =>
        {
            var child = new ReplyReader(TestModel.Scope).TryRead(Parent, string.Concat(numbers.Select(number => Pieces[number])), out var reason);
            Assert.Equal(child is null, reason is not null);
            Assert.True(child is null || TestModel.Scope.Fault(Parent, child) is null);
        },
        iter: 3_000);

    private static string Child(string reply)
    {
        var child = new ReplyReader(TestModel.Scope).TryRead(Parent, reply, out var reason);
        Assert.Null(reason);
        return child!.Files["Rule.cs"]; // there is a child where there is no reason
    }
}
