// The part of xUnit that tests of Exercism's C# track use, so that they run without packages.
namespace Xunit
{
    /// <summary>Marks a test. A reason to skip it is ignored: exercises skip all tests but the first, until a learner gets there.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FactAttribute : Attribute
    {
        public string Skip { get; set; }
    }

    /// <summary>A test's claim was wrong.</summary>
    public sealed class ClaimException(string message) : Exception(message);

    /// <summary>What a test may ask of its surroundings.</summary>
    public sealed class TestContext
    {
        public static TestContext Current { get; } = new();

        public CancellationToken CancellationToken => CancellationToken.None;
    }
}
