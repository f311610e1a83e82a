using Cambrian.Agents.Exercism;

namespace Cambrian.Agents.Tests.Exercism;

public sealed class ExerciseTrackTests
{
    [Fact]
    public void Exercises_come_by_name_with_the_files_their_configuration_names()
    {
        Assert.Equal(["even-sum", "shelf-label"], Track.Exercises.Select(exercise => exercise.Name));
        Assert.Equal(["EvenSumTests.cs"], Track.EvenSum.Tests.Files.Keys);
        Assert.Equal(["EvenSum.cs"], Track.EvenSum.Solution.Files.Keys);
        Assert.Equal(["Example.cs"], Track.EvenSum.Reference.Files.Keys);
    }

    [Fact]
    public void A_folder_that_is_no_track_is_named_with_what_to_do()
    {
        var fault = Assert.Throws<DirectoryNotFoundException>(() => ExerciseTrack.Read("nowhere"));

        Assert.Contains("'nowhere'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("git clone", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"files":{"test":[],"solution":[],"example":[]}}""")]
    [InlineData("""{"files":{"test":1,"solution":[],"example":[]}}""")]
    public void A_broken_configuration_is_named(string configuration)
    {
        var clone = Directory.CreateTempSubdirectory("cambrian-track-");
        try
        {
            var meta = clone.CreateSubdirectory("exercises/practice/broken/.meta");
            File.WriteAllText(Path.Combine(meta.FullName, "config.json"), configuration);

            Assert.Contains("config.json", Assert.Throws<IOException>(() => ExerciseTrack.Read(clone.FullName)).Message, StringComparison.Ordinal);
        }
        finally
        {
            clone.Delete(recursive: true);
        }
    }
}
