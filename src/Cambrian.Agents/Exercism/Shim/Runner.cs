using System.Reflection;
using Xunit;

/// <summary>
/// Runs every test of the assembly beside it, one after the other, and says after each what came of it: the word that was given
/// on standard input, the test's name and what was wrong, with tabs between them. A test that passed has nothing wrong.
/// </summary>
public static class Runner
{
    private const int LongestMessage = 300;

    public static void Main()
    {
        var word = Console.In.ReadLine();
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        // Whatever the solution prints must not get between the results.
        Console.SetOut(Console.Error);
        Console.SetIn(TextReader.Null);
        foreach (var type in Assembly.Load("tests").GetTypes())
        {
            foreach (var test in type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null))
            {
                output.WriteLine($"{word}\t{type.Name}.{test.Name}\t{Line(Fault(type, test))}");
            }
        }

        // A thread that a solution left behind must not keep the process.
        output.Dispose();
        Environment.Exit(0);
    }

    private static string Fault(Type type, MethodInfo test)
    {
        try
        {
            var instance = Activator.CreateInstance(type);
            (test.Invoke(instance, null) as Task)?.GetAwaiter().GetResult();
            (instance as IDisposable)?.Dispose();
            return "";
        }
        catch (Exception fault)
        {
            var cause = fault is TargetInvocationException { InnerException: { } inner } ? inner : fault;
            return cause is ClaimException ? cause.Message : $"{cause.GetType().Name}: {cause.Message}";
        }
    }

    private static string Line(string text)
    {
        var line = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        return line.Length <= LongestMessage ? line : line[..LongestMessage] + "…";
    }
}
