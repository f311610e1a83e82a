using System.Reflection;
using System.Reflection.Emit;

namespace Cambrian.Numerics.Expressions;

/// <summary>A declared function and the method behind it.</summary>
/// <param name="Function">How expressions see it.</param>
/// <param name="Method">A static method of doubles and booleans giving a double or a boolean.</param>
public sealed record ToolboxFunction(Function Function, MethodInfo Method)
{
    private readonly Lazy<SpanFunction> _overSpan = new(() => Wrap(Method));

    /// <summary>The method as an interpreter calls it.</summary>
    public SpanFunction OverSpan => _overSpan.Value;

    /// <summary>A static method as a toolbox function.</summary>
    /// <param name="name">As printed in programs, for instance "Toolbox.Smooth".</param>
    /// <param name="method">The method.</param>
    /// <exception cref="ArgumentException">It is not static, generic, or takes or gives anything but double and bool.</exception>
    public static ToolboxFunction From(string name, MethodInfo method)
    {
        if (!method.IsStatic || method.ContainsGenericParameters || method.GetParameters().Length > ExpressionEncoding.MaxArguments)
        {
            throw new ArgumentException($"Toolbox function '{name}' must be a static, closed method of at most {ExpressionEncoding.MaxArguments} arguments.", nameof(method));
        }

        return new(new Function(name, KindOf(method.ReturnType), [.. method.GetParameters().Select(parameter => KindOf(parameter.ParameterType))]), method);
    }

    private static SpanFunction Wrap(MethodInfo method)
    {
        var wrapper = new DynamicMethod("overSpan", typeof(double), [typeof(ReadOnlySpan<double>)], typeof(ToolboxFunction).Module, skipVisibility: true);
        var code = wrapper.GetILGenerator();
        var item = typeof(ReadOnlySpan<double>).GetProperty("Item")!.GetMethod!; // the indexer every span has
        foreach (var parameter in method.GetParameters())
        {
            code.Emit(OpCodes.Ldarga_S, (byte)0);
            code.Emit(OpCodes.Ldc_I4, parameter.Position);
            code.Emit(OpCodes.Call, item);
            code.Emit(OpCodes.Ldind_R8);
            if (parameter.ParameterType == typeof(bool))
            {
                code.Emit(OpCodes.Conv_I4);
            }
        }

        code.Emit(OpCodes.Call, method);
        if (method.ReturnType == typeof(bool))
        {
            code.Emit(OpCodes.Conv_R8);
        }

        code.Emit(OpCodes.Ret);
        return wrapper.CreateDelegate<SpanFunction>();
    }

    internal static Kind KindOf(Type type)
    {
        if (type == typeof(bool))
        {
            return Kind.Truth;
        }

        return type == typeof(double) ? Kind.Number : throw new ArgumentException($"Only double and bool can be used here, not {type}.", nameof(type));
    }
}
