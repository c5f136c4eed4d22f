"""The words that quantities are written with, in both languages."""

from __future__ import annotations

SMALL = "zero one two three four five six seven eight nine".split()
ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth".split()
SCALES_EN = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
SCALES_KO = ((10**12, "조"), (10**8, "억"), (10**4, "만"))
VAGUE_EN = {
    10: "dozens", 10**2: "hundreds", 10**3: "thousands", 10**4: "tens of thousands", 10**5: "hundreds of thousands",
    10**6: "millions", 10**7: "tens of millions", 10**8: "hundreds of millions", 10**9: "billions",
    10**10: "tens of billions", 10**11: "hundreds of billions", 10**12: "trillions", 10**13: "tens of trillions",
    10**14: "hundreds of trillions",
}  # fmt: skip
SIGNS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "AUD": "A$",
    "CAD": "C$",
    "HKD": "HK$",
    "TWD": "NT$",
    "SGD": "S$",
}
MONEY_EN = {
    "USD": "dollars", "KRW": "won", "CNY": "yuan", "JPY": "yen", "EUR": "euros", "GBP": "pounds", "RUB": "rubles", "INR": "rupees",
    "BRL": "reais", "TRY": "lira", "CHF": "Swiss francs", "MXN": "pesos", "SEK": "kronor", "VND": "dong", "AUD": "Australian dollars",
    "CAD": "Canadian dollars", "HKD": "Hong Kong dollars", "TWD": "NT$", "SGD": "S$",
}  # fmt: skip
MONEY_KO = {
    "USD": "달러", "KRW": "원", "CNY": "위안", "JPY": "엔", "EUR": "유로", "GBP": "파운드", "RUB": "루블", "INR": "루피", "BRL": "헤알",
    "TRY": "리라", "CHF": "스위스프랑", "MXN": "페소", "SEK": "크로나", "VND": "동", "AUD": "호주달러", "CAD": "캐나다달러",
    "HKD": "홍콩달러", "TWD": "대만달러", "SGD": "싱가포르달러",
}  # fmt: skip
KO = {
    "percent": "%", "percentage_point": "%포인트", "basis_point": "bp", "times": "배", "person": "명", "thing": "개", "animal": "마리",
    "year": "년", "month": "개월", "week": "주", "day": "일", "hour": "시간", "minute": "분", "second": "초", "age": "세", "ordinal": "번째",
    "point": "점", "cent": "센트", "km": "킬로미터", "m": "미터", "cm": "센티미터", "mm": "밀리미터", "mile": "마일", "foot": "피트", "inch": "인치",
    "yard": "야드", "acre": "에이커", "hectare": "헥타르", "pyeong": "평", "m2": "제곱미터", "km2": "제곱킬로미터", "mile2": "제곱마일",
    "foot2": "제곱피트", "m3": "세제곱미터", "kg": "킬로그램", "g": "그램", "ton": "톤", "liter": "리터", "gallon": "갤런", "barrel": "배럴",
    "mph": "mph", "kmh": "km/h", "knot": "노트", "degree": "도", "kw": "킬로와트", "mw": "메가와트", "gw": "기가와트", "kwh": "kWh", "nm": "나노미터",
    "gb": "기가바이트", "tb": "테라바이트", "mb": "메가바이트", "ghz": "기가헤르츠", "mhz": "메가헤르츠", "count:company": "개사",
    "count:country": "개국", "count:household": "가구", "count:state": "개 주", "count:vehicle": "대", "count:ship": "척", "count:book": "권",
    "count:house": "채", "count:building": "동", "count:tree": "그루", "count:vote": "표", "count:page": "페이지", "count:film": "편",
    "count:song": "곡", "count:seat": "석", "count:goal": "골", "count:game": "경기", "count:win": "승", "count:time": "번",
    "count:round": "라운드", "count:hole": "홀", "count:word": "글자", "count:share": "주", "count:night": "박",
}  # fmt: skip
EN = {  # singular, plural
    "percent": ("%", "%"), "percentage_point": ("percentage point", "percentage points"), "basis_point": ("basis point", "basis points"),
    "times": ("times", "times"), "person": ("person", "people"), "animal": ("animal", "animals"), "count:country": ("country", "countries"),
    "count:company": ("company", "companies"), "count:time": ("time", "times"), "foot": ("foot", "feet"), "inch": ("inch", "inches"),
    "km": ("kilometer", "kilometers"), "m": ("meter", "meters"), "cm": ("centimeter", "centimeters"), "mm": ("millimeter", "millimeters"),
    "m2": ("square meter", "square meters"), "km2": ("square kilometer", "square kilometers"), "mile2": ("square mile", "square miles"),
    "foot2": ("square foot", "square feet"), "m3": ("cubic meter", "cubic meters"), "kg": ("kilogram", "kilograms"), "g": ("gram", "grams"),
    "mph": ("mph", "mph"), "kmh": ("km/h", "km/h"), "kw": ("kilowatt", "kilowatts"), "mw": ("megawatt", "megawatts"),
    "gw": ("gigawatt", "gigawatts"), "kwh": ("kWh", "kWh"), "nm": ("nanometer", "nanometers"), "gb": ("GB", "GB"), "tb": ("TB", "TB"),
    "mb": ("MB", "MB"), "ghz": ("GHz", "GHz"), "mhz": ("MHz", "MHz"), "pyeong": ("pyeong", "pyeong"),
}  # fmt: skip
