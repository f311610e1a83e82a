using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using CsCheck;

namespace Cambrian.Algorithms.Tests.Folders;

public sealed class ProblemFileReaderTests
{
    private const string Small = """
        {
          // a comment
          "title": "t",
          "direction": "minimise",
          "evaluator": { "file": "evaluator.cs", "entry": "Rule.Priority", "stages": [2, 8], },
        }
        """;

    [Fact]
    public void Comments_and_trailing_commas_are_accepted()
    {
        var file = ProblemFileReader.Parse(Small, "problem.json");

        Assert.Equal(Direction.Minimise, file.Direction);
        Assert.Equal([2, 8], file.Evaluator.Stages);
        Assert.Equal(10, file.Evaluator.TimeLimit);
    }

    [Theory]
    [InlineData("", "problem.json")]
    [InlineData("null", "null")]
    [InlineData("[1]", "line 1")]
    [InlineData("""{"title": 3, "direction": "minimise", "evaluator": {}}""", "'title'")]
    [InlineData("""{"title": "t", "direction": "sideways", "evaluator": {}}""", "'direction'")]
    [InlineData("""{"title": "t", "direction": "minimise"}""", "evaluator")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {}, "evalutor": 1}""", "evalutor")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {}}""", "either 'file'")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"file": "e.cs", "run": ["x"], "entry": "A.B"}}""", "not both")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"file": "e.cs", "entry": "Priority"}}""", "Type.Method")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"file": "e.cs", "entry": "A.B", "stages": [4, 4]}}""", "ascending")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"file": "e.cs", "entry": "A.B", "timeLimit": 0}}""", "timeLimit")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"file": "e.cs", "entry": "A.B", "memory": "1GB"}}""", "a whole number")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"run": ["x"], "sealed": {"exam": []}}}""", "exam")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"run": ["x"]}, "features": [{"name": "a", "low": 2, "high": 1}]}""", "low ≤ high")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"run": ["x"]}, "measures": [{"metric": "a", "low": 0, "high": 1, "cells": 0}]}""", "cells")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"run": ["x"]}, "search": {"islands": 0}}""", "islands")]
    [InlineData("", "not well-formed JSON")]
    [InlineData("""{"title": 3, "direction": "minimise", "evaluator": {}}""", "given was 3, expected a text")]
    [InlineData("""{"title": "t", "direction": "up", "evaluator": {}}""", "given was \"up\", expected \"maximise\" or \"minimise\"")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": "e.cs"}""", "expected an object with file, entry")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"run": "python3 x.py"}}""", "'evaluator.run': given was \"python3 x.py\", expected a list of texts")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"file": "e.cs", "entry": "A.B", "stages": [4], "bars": [0.1, 0.2]}}""", "one for each of the 1 stages")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"file": "e.cs", "entry": "A.B", "stages": null}}""", "given was null, expected a list of whole numbers")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"run": ["x", null]}}""", "'evaluator.run[1]' is null")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"run": ["x"]}, "features": [null]}""", "'features[0]' is null")]
    [InlineData("""{"title": "t", "direction": "minimise", "evaluator": {"run": ["x"]}, "known": [{"name": "a"}]}""", "'known[0]': 'value', 'source' must be given")]
    [InlineData("""{"title": "t", "titel": "x", "direction": "minimise", "evaluator": {"run": ["x"]}}""", "expected one of $schema, extends, title")]
    [InlineData("""{"title": "t", "title": "x", "direction": "minimise", "evaluator": {"run": ["x"]}}""", "'title' is given more than once")]
    public void A_malformed_file_is_refused_with_the_place_and_what_was_expected(string text, string expected)
    {
        var refusal = Assert.Throws<ProblemFolderException>(() => ProblemFileReader.Parse(text, "problem.json"));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("problem.json", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Cambrian.Algorithms", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_text_is_read_or_refused_but_never_anything_else() =>
        Gen.Select(Gen.Int[0, Small.Length - 1], Gen.Int[0, 20], Gen.String).Sample((at, length, insert) =>
        {
            var damaged = Small.Remove(at, Math.Min(length, Small.Length - at)).Insert(Math.Min(at, Small.Length - Math.Min(length, Small.Length - at)), insert);
            try
            {
                Assert.NotNull(ProblemFileReader.Parse(damaged, "problem.json"));
            }
            catch (ProblemFolderException refusal)
            {
                Assert.StartsWith("problem.json", refusal.Message, StringComparison.Ordinal);
            }
        });
}
