using System.Reflection;

namespace Cambrian.Numerics.Expressions;

/// <summary>What a delegate takes and gives, checked to be numbers and truths.</summary>
internal sealed record DelegateSignature(Type Result, Type[] Parameters)
{
    public static DelegateSignature Of(Type delegateType)
    {
        var invoke = delegateType.IsSubclassOf(typeof(Delegate)) ? delegateType.GetMethod("Invoke", BindingFlags.Instance | BindingFlags.Public) : null;
        if (invoke is null)
        {
            throw new ArgumentException($"Expected a delegate type, given {delegateType}.", nameof(delegateType));
        }

        Type[] parameters = [.. invoke.GetParameters().Select(parameter => parameter.ParameterType)];
        foreach (var type in parameters.Append(invoke.ReturnType))
        {
            _ = KindOf(type);
        }

        return new(invoke.ReturnType, parameters);
    }

    // Ints are numbers on the way in and out; in between everything is a double.
    public static Kind KindOf(Type type) => type == typeof(int) ? Kind.Number : ToolboxFunction.KindOf(type);

    public void RequireResult(Kind kind)
    {
        if (KindOf(Result) != kind)
        {
            throw new ArgumentException($"The expression gives a {kind}, the delegate a {Result}.", nameof(kind));
        }
    }
}
