using Cambrian.Sandbox.Evaluators;

namespace Cambrian.Sandbox.Tests.Evaluators;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData("src/**/*.py", "src/a.py", true)]
    [InlineData("src/**/*.py", "src/a/b/c.py", true)]
    [InlineData("src/**/*.py", "srcs/a.py", false)]
    [InlineData("**/*.py", "a.py", true)]
    [InlineData("*.py", "a/b.py", false)]
    [InlineData("a?.py", "ab.py", true)]
    [InlineData("a?.py", "a/.py", false)]
    [InlineData("a.py", "axpy", false)]
    [InlineData("data/**", "data/x/y", true)]
    [InlineData("data/", "data", true)]
    public void A_path_fits_or_does_not(string pattern, string path, bool expected) => Assert.Equal(expected, new PathPattern(pattern).Matches(path));

    [Theory]
    [InlineData("src", "src/a/b.py", true)]
    [InlineData("src", "src", true)]
    [InlineData("src", "source/a.py", false)]
    [InlineData("**/tests", "a/tests/b.py", true)]
    [InlineData("**/.*", ".github/workflows/x.yml", true)]
    public void A_folder_covers_what_is_in_it(string pattern, string path, bool expected) => Assert.Equal(expected, new PathPattern(pattern).Covers(path));
}
