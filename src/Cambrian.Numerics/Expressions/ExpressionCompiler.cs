using System.Reflection.Emit;

namespace Cambrian.Numerics.Expressions;

/// <summary>
/// Expressions as machine code: intermediate language in a collectible dynamic method, turned into native code at its first
/// call. The fastest way to evaluate one often; see <see cref="Bytecode"/> for a few thousand calls or less.
/// </summary>
public static class ExpressionCompiler
{
    private static readonly object Closure = new();

    /// <summary>A delegate that computes an expression.</summary>
    /// <typeparam name="TDelegate">Parameters double, int or bool, as many as the expression's or more; result double, int or bool.</typeparam>
    /// <param name="expression">What to compute. A number becomes an int as by C#'s cast.</param>
    /// <param name="toolbox">Every function it calls.</param>
    /// <exception cref="ArgumentException">The delegate's types do not fit, or a function is missing.</exception>
    public static TDelegate Compile<TDelegate>(Expression expression, IReadOnlyList<ToolboxFunction> toolbox)
        where TDelegate : Delegate =>
        (TDelegate)Compile(typeof(TDelegate), expression, toolbox);

    /// <summary>A delegate that computes an expression.</summary>
    /// <param name="delegateType">Parameters double, int or bool, as many as the expression's or more; result double, int or bool.</param>
    /// <param name="expression">What to compute. A number becomes an int as by C#'s cast.</param>
    /// <param name="toolbox">Every function it calls.</param>
    /// <exception cref="ArgumentException">The delegate's types do not fit, or a function is missing.</exception>
    public static Delegate Compile(Type delegateType, Expression expression, IReadOnlyList<ToolboxFunction> toolbox)
    {
        var signature = DelegateSignature.Of(delegateType);
        signature.RequireResult(expression.Kind);
        // A delegate closed over an unused object is called directly; one of a static method through a thunk that moves every argument.
        var method = new DynamicMethod("expression", signature.Result, [typeof(object), .. signature.Parameters], typeof(ExpressionCompiler).Module, skipVisibility: true);
        var emitter = new Emitter(method.GetILGenerator(), signature.Parameters, toolbox);
        emitter.Emit(expression);
        emitter.Return(signature.Result);
        return method.CreateDelegate(delegateType, Closure);
    }

    private sealed class Emitter(ILGenerator code, Type[] parameters, IReadOnlyList<ToolboxFunction> toolbox)
    {
        public void Return(Type result)
        {
            if (result == typeof(int))
            {
                code.Emit(OpCodes.Conv_I4);
            }

            code.Emit(OpCodes.Ret);
        }

        public void Emit(Expression node)
        {
            switch (node.Operation)
            {
                case Operation.Literal:
                    EmitLiteral(node);
                    break;
                case Operation.Parameter:
                    EmitParameter(node);
                    break;
                case Operation.Call:
                    EmitCall(node);
                    break;
                case Operation.Conditional:
                    EmitChoice(node, () => Emit(node.Operands[1]), () => Emit(node.Operands[2]));
                    break;
                case Operation.And:
                    EmitChoice(node, () => Emit(node.Operands[1]), () => code.Emit(OpCodes.Ldc_I4_0));
                    break;
                case Operation.Or:
                    EmitChoice(node, () => code.Emit(OpCodes.Ldc_I4_1), () => Emit(node.Operands[1]));
                    break;
                default:
                    EmitOperands(node);
                    EmitOperation(node.Operation);
                    break;
            }
        }

        private void EmitOperands(Expression node)
        {
            foreach (var operand in node.Operands)
            {
                Emit(operand);
            }
        }

        private void EmitLiteral(Expression node)
        {
            if (node.Kind == Kind.Number)
            {
                code.Emit(OpCodes.Ldc_R8, node.Value);
            }
            else
            {
                code.Emit(node.Value != 0 ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
            }
        }

        private void EmitParameter(Expression node)
        {
            if (node.Index >= parameters.Length || DelegateSignature.KindOf(parameters[node.Index]) != node.Kind)
            {
                throw new ArgumentException($"The expression reads a {node.Kind} as parameter {node.Index}; the delegate takes ({string.Join<Type>(", ", parameters)}).", nameof(node));
            }

            code.Emit(OpCodes.Ldarg, (short)(node.Index + 1));
            if (parameters[node.Index] == typeof(int))
            {
                code.Emit(OpCodes.Conv_R8);
            }
        }

        private void EmitCall(Expression node)
        {
            var method = toolbox.FirstOrDefault(known => known.Function.Equals(node.Function))?.Method
                ?? throw new ArgumentException($"'{node.Function?.Name}' is not in the toolbox.", nameof(node));
            EmitOperands(node);
            code.Emit(OpCodes.Call, method);
        }

        private void EmitChoice(Expression node, Action whenTrue, Action whenFalse)
        {
            var (otherwise, end) = (code.DefineLabel(), code.DefineLabel());
            Emit(node.Operands[0]);
            code.Emit(OpCodes.Brfalse, otherwise);
            whenTrue();
            code.Emit(OpCodes.Br, end);
            code.MarkLabel(otherwise);
            whenFalse();
            code.MarkLabel(end);
        }

        private void EmitOperation(Operation operation)
        {
            if (MathMethods.Of(operation) is { } method)
            {
                code.Emit(OpCodes.Call, method);
            }
            else if (operation == Operation.ToInt32)
            {
                code.Emit(OpCodes.Conv_I4);
                code.Emit(OpCodes.Conv_R8);
            }
            else if (operation < Operation.Less)
            {
                code.Emit(Arithmetic(operation));
            }
            else
            {
                EmitComparison(operation);
            }
        }

        private static OpCode Arithmetic(Operation operation) => operation switch
        {
            Operation.Negate => OpCodes.Neg,
            Operation.Add => OpCodes.Add,
            Operation.Subtract => OpCodes.Sub,
            Operation.Multiply => OpCodes.Mul,
            Operation.Divide => OpCodes.Div,
            Operation.Remainder => OpCodes.Rem,
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No instruction is known for it."),
        };

        // The unordered instructions are what makes a comparison with NaN false after the negation, as in C#.
        private void EmitComparison(Operation operation)
        {
            code.Emit(operation switch
            {
                Operation.Less => OpCodes.Clt,
                Operation.LessOrEqual => OpCodes.Cgt_Un,
                Operation.Greater => OpCodes.Cgt,
                Operation.GreaterOrEqual => OpCodes.Clt_Un,
                Operation.Equal or Operation.NotEqual => OpCodes.Ceq,
                Operation.Not => OpCodes.Ldc_I4_0,
                _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No instruction is known for it."),
            });
            if (operation is Operation.LessOrEqual or Operation.GreaterOrEqual or Operation.NotEqual)
            {
                code.Emit(OpCodes.Ldc_I4_0);
            }

            if (operation is Operation.LessOrEqual or Operation.GreaterOrEqual or Operation.NotEqual or Operation.Not)
            {
                code.Emit(OpCodes.Ceq);
            }
        }
    }
}
