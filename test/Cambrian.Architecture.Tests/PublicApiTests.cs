using PublicApiGenerator;

namespace Cambrian.Architecture.Tests;

public sealed class PublicApiTests
{
    // Set CAMBRIAN_APPROVE=1 to write the file anew; the diff is then part of the change that a reviewer sees.
    [Fact]
    public void The_public_surface_of_the_core_is_the_approved_one()
    {
        var file = Path.Combine(Repository.Root, "test/Cambrian.Architecture.Tests/Core.approved.txt");
        var surface = typeof(Core.Loop).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("CAMBRIAN_APPROVE") == "1")
        {
            File.WriteAllText(file, surface);
        }

        var approved = File.ReadAllText(file);
        if (approved == surface)
        {
            return;
        }

        Assert.Fail("The public surface of Cambrian.Core differs from Core.approved.txt, first at:\n" + FirstDifference(approved, surface)
            + "\nIf that is meant, run the architecture tests once with CAMBRIAN_APPROVE=1 and commit the file.");
    }

    private static string FirstDifference(string approved, string surface)
    {
        var (before, after) = (approved.Split('\n'), surface.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(before.Length, after.Length)).First(index => before.ElementAtOrDefault(index) != after.ElementAtOrDefault(index));
        return $"line {line + 1}\n- {before.ElementAtOrDefault(line)}\n+ {after.ElementAtOrDefault(line)}";
    }
}
