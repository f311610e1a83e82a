using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;

namespace Cambrian.CSharp.Tests.Source;

/// <summary>What a program's static method answers, written out, an exception included.</summary>
internal static class Behaviour
{
    private static readonly CandidateCompiler Compiler = new(ReferenceSet.Candidate, ApiAllowList.Default);

    /// <summary>The answers to several lists of arguments, in a fresh copy of the program.</summary>
    public static string Of(Artifact program, string type, string method, IEnumerable<object[]> inputs)
    {
        var compiled = Compiler.Compile(program, cancellation: TestContext.Current.CancellationToken);
        Assert.True(compiled.Image is not null, $"{string.Join('\n', compiled.Errors)}\n{program.Files.Values.First()}");
        var context = new AssemblyLoadContext("behaviour", isCollectible: true);
        using var stream = new MemoryStream(compiled.Image);
        var called = context.LoadFromStream(stream).GetType(type)?.GetMethod(method);
        Assert.NotNull(called);
        var answers = string.Join('\n', inputs.Select(input => Answer(called, input)));
        context.Unload();
        return answers;
    }

    private static string Answer(MethodInfo method, object[] arguments)
    {
        try
        {
            // Arguments are written out too: a method may change what it is given.
            return $"{Write(method.Invoke(null, arguments))} after {Write(arguments)}";
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException!.GetType().Name; // an invocation's exception always has one inside
        }
    }

    private static string Write(object? value) => value switch
    {
        null => "null",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => text,
        IEnumerable many => $"[{string.Join(' ', many.Cast<object?>().Select(Write))}]",
        ITuple tuple => $"({string.Join(' ', Enumerable.Range(0, tuple.Length).Select(index => Write(tuple[index])))})",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
