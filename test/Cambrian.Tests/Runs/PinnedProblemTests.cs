using Cambrian.Runs.Repositories;

namespace Cambrian.Tests.Runs;

public sealed class PinnedProblemTests
{
    [Theory]
    [InlineData("""{ "title": "x", "repository": { "evolve": ["src"] }, } // as people write it""", true)]
    [InlineData("""{ "title": "x", "extends": "../other" }""", false)]
    [InlineData("""{ "title": "x", "repository": null }""", false)]
    [InlineData("""{ "title": "x", "title": "x" }""", false)]
    [InlineData("""{ "title": """, false)]
    [InlineData("[]", false)]
    public void A_problem_with_a_repository_wants_its_files_and_no_other_does(string description, bool expected)
    {
        using var scratch = new Scratch();
        scratch.Write("mine/problem.json", description);
        Assert.Equal(expected, PinnedProblem.IsWanted(scratch["mine"]));
    }

    [Fact]
    public void One_that_has_its_files_or_no_description_wants_none()
    {
        using var scratch = new Scratch();
        scratch.Write("mine/problem.json", """{ "repository": {} }""");
        scratch.Write("mine/tree.tar", "");
        Assert.False(PinnedProblem.IsWanted(scratch["mine"]));
        Assert.False(PinnedProblem.IsWanted(scratch.Folder));
    }
}
