using System.Reflection;
using Cambrian.Numerics.Expressions;

namespace Cambrian.Worker;

/// <summary>Turns an encoded kernel into native code.</summary>
internal static class KernelLoader
{
    /// <param name="toolbox">Full names of the toolbox methods the kernel may call, in the order it numbers them.</param>
    /// <param name="encoded">The expression; see <see cref="ExpressionEncoding"/>.</param>
    /// <param name="programType">The delegate to make.</param>
    /// <exception cref="FormatException">The bytes are no kernel over the delegate's parameters.</exception>
    public static Delegate Load(IEnumerable<string> toolbox, ReadOnlySpan<byte> encoded, Type programType)
    {
        ToolboxFunction[] functions = [.. toolbox.Select(name => ToolboxFunction.From(name, Find(name)))];
        Kind[] parameters = [.. programType.GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType == typeof(bool) ? Kind.Truth : Kind.Number)];
        var expression = ExpressionEncoding.Decode(encoded, parameters, [.. functions.Select(function => function.Function)]);
        return ExpressionCompiler.Compile(programType, expression, functions);
    }

    // Only the numerics assembly is a toolbox: a name cannot reach anything else.
    private static MethodInfo Find(string name)
    {
        var dot = name.LastIndexOf('.');
        return typeof(Expression).Assembly.GetType(name[..Math.Max(dot, 0)])?.GetMethod(name[(dot + 1)..], BindingFlags.Static | BindingFlags.Public)
            ?? throw new FormatException($"The toolbox has no method '{name}'.");
    }
}
