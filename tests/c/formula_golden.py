"""Values and derivatives of formulas to 17 digits, from SymPy and mpmath with 60 digits:
python3 tests/c/formula_golden.py > tests/c/formula_golden.h"""
import mpmath
import sympy
from sympy import Symbol, diff, sympify

x, y = Symbol("x", real=True), Symbol("y", real=True)
names = {"x": x, "y": y, "e": sympy.E, "pi": sympy.pi, "log10": lambda u: sympy.log(u) / sympy.log(10),
         "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)), "ln": sympy.log}
points = [(0.5, 0.25), (1.625, -0.6875)]
formulas = """
x^2
20*x^2
(x^3 - 2*x)^2
log(x^2)
x^2 - 3*sin(2*x)
x^-3
x^16
x^17
x^0.5
x^2.5
x^x
2^x
e^x
e^(-x^2)
x^2 + y^2
0.1*x^2 + 2*y^2
(1 - x)^2 + 100*(y - x^2)^2
(x^2 + y - 11)^2 + (x + y^2 - 7)^2
(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2
20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)
(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2
x^3 - 3*x*y^2
1 - exp(-(x^2 + y^2)/2)
x/y
y/x
x/(1 + y^2)
(x - y)/(x + y)
(x + 2)^(y + 1)
(x*y + 3)^(x - y)
sqrt(x)
sqrt(x^2 + y^2)
exp(x*y)
log(x + 2*y^2)
ln(3*x)
log10(x*x + y)
sin(x*y)
cos(x - 3*y)
tan(x/2 + y)
asin(y - x/8)
acos(x*y/2)
atan(x*y)
atan(20*x)
sinh(x - y)
cosh(x + y)
tanh(x*y)
tanh(9*x)
sigmoid(x + 2*y)
sigmoid(20*x)
exp(sin(x)*cos(y))
sin(sin(sin(x + y)))
-x^2*-y
""".strip().splitlines()


def number(expression, at):
    with mpmath.workdps(60):
        value = sympy.lambdify((x, y), expression, "mpmath")(mpmath.mpf(at[0]), mpmath.mpf(at[1]))
        return mpmath.nstr(mpmath.mpf(value), 18)


made_with = f"SymPy {sympy.__version__} and mpmath {mpmath.__version__}"
print(f"/* Made by formula_golden.py with {made_with}: f, ∂x, ∂y, ∂xx, ∂xy, ∂yy. */")
print("static const struct golden {\n    const char *source;\n    double x, y, d[6];\n} goldens[] = {")
for text in formulas:
    f = sympify(text.replace("^", "**"), locals=names, rational=True)
    wanted = [f, diff(f, x), diff(f, y), diff(f, x, 2), diff(f, x, y), diff(f, y, 2)]
    for at in points:
        print(f'    {{"{text}", {at[0]}, {at[1]},\n     {{{", ".join(number(w, at) for w in wanted)}}}}},')
print("};")
