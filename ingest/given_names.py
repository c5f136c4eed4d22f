"""Given names of the English-speaking and European world as Korean news writes them, with their usual Latin spelling.

What a reader would write for 마이크, where an article gives no spelling and romanising by letter would make Maikeu of it.
"""

_PAIRS = """
존 John 마이크 Mike 마이클 Michael 데이비드 David 제임스 James 짐 Jim 로버트 Robert 밥 Bob 윌리엄 William 빌 Bill 리처드 Richard 토머스 Thomas 토마스 Thomas 톰 Tom 찰스 Charles
크리스토퍼 Christopher 크리스 Chris 대니얼 Daniel 다니엘 Daniel 댄 Dan 매튜 Matthew 매슈 Matthew 맷 Matt 앤서니 Anthony 앤소니 Anthony 토니 Tony 마크 Mark 도널드 Donald 스티븐 Steven 스티브 Steve
스테판 Stefan 폴 Paul 앤드루 Andrew 앤드류 Andrew 앤디 Andy 조슈아 Joshua 조시 Josh 케네스 Kenneth 켄 Ken 케빈 Kevin 브라이언 Brian 조지 George 티머시 Timothy 팀 Tim 로널드 Ronald 론 Ron
에드워드 Edward 에드 Ed 제이슨 Jason 제프리 Jeffrey 제프 Jeff 라이언 Ryan 제이컵 Jacob 야코프 Jakob 게리 Gary 니컬러스 Nicholas 니콜라스 Nicolas 닉 Nick 에릭 Eric 조너선 Jonathan 조나단 Jonathan 존슨 Johnson
래리 Larry 저스틴 Justin 스콧 Scott 브랜던 Brandon 벤저민 Benjamin 벤 Ben 새뮤얼 Samuel 샘 Sam 그레고리 Gregory 그레그 Greg 프랭크 Frank 알렉산더 Alexander 알렉스 Alex 레이먼드 Raymond 패트릭 Patrick 팻 Pat
잭 Jack 데니스 Dennis 제리 Jerry 타일러 Tyler 에런 Aaron 아론 Aaron 호세 José 애덤 Adam 아담 Adam 네이선 Nathan 헨리 Henry 더글러스 Douglas 더그 Doug 피터 Peter 페터 Peter 카일 Kyle 월터 Walter 발터 Walter
에단 Ethan 제러미 Jeremy 해럴드 Harold 키스 Keith 크리스티안 Christian 로저 Roger 노아 Noah 제럴드 Gerald 칼 Carl 카를 Karl 테리 Terry 숀 Sean 오스틴 Austin 아서 Arthur 로런스 Lawrence 제시 Jesse 딜런 Dylan
브라이스 Bryce 조 Joe 조던 Jordan 빌리 Billy 브루스 Bruce 앨버트 Albert 알베르트 Albert 윌리 Willie 게이브리얼 Gabriel 로건 Logan 앨런 Alan 랠프 Ralph 유진 Eugene 러셀 Russell 보비 Bobby 필립 Philip 필 Phil
해리 Harry 하워드 Howard 루이스 Louis 루카스 Lucas 마르틴 Martin 마틴 Martin 한스 Hans 프리드리히 Friedrich 볼프강 Wolfgang 장 Jean 피에르 Pierre 에마뉘엘 Emmanuel 프랑수아 François 자크 Jacques 앙투안 Antoine
마리오 Mario 마르코 Marco 루카 Luca 조반니 Giovanni 파올로 Paolo 안드레아 Andrea 카를로스 Carlos 후안 Juan 미겔 Miguel 페드로 Pedro 디에고 Diego 안토니오 Antonio 페르난도 Fernando 파블로 Pablo 블라디미르 Vladimir
드미트리 Dmitry 세르게이 Sergei 알렉세이 Alexei 이반 Ivan 미하일 Mikhail 올레그 Oleg 니콜라이 Nikolai 유리 Yuri 올라프 Olaf 라르스 Lars 스벤 Sven 에리크 Erik 닐스 Nils 일론 Elon 순다르 Sundar 사티아 Satya 젠슨 Jensen
메리 Mary 퍼트리샤 Patricia 패트리샤 Patricia 제니퍼 Jennifer 린다 Linda 엘리자베스 Elizabeth 바버라 Barbara 바바라 Barbara 수전 Susan 수잔 Susan 제시카 Jessica 세라 Sarah 사라 Sarah 캐런 Karen 카렌 Karen 리사 Lisa 낸시 Nancy
베티 Betty 샌드라 Sandra 마거릿 Margaret 마가렛 Margaret 애슐리 Ashley 킴벌리 Kimberly 에밀리 Emily 도나 Donna 미셸 Michelle 캐럴 Carol 어맨다 Amanda 아만다 Amanda 멀리사 Melissa 멜리사 Melissa 데버라 Deborah 데보라 Deborah
스테퍼니 Stephanie 스테파니 Stephanie 리베카 Rebecca 레베카 Rebecca 로라 Laura 헬렌 Helen 샤론 Sharon 신시아 Cynthia 캐슬린 Kathleen 에이미 Amy 셜리 Shirley 앤절라 Angela 안젤라 Angela 안나 Anna 애나 Anna 앤 Ann 루스 Ruth
브렌다 Brenda 파멜라 Pamela 패멀라 Pamela 니콜 Nicole 캐서린 Catherine 서맨사 Samantha 사만다 Samantha 크리스틴 Christine 에마 Emma 엠마 Emma 캐럴라인 Caroline 데브라 Debra 레이철 Rachel 레이첼 Rachel 카를라 Carla 마리아 Maria
헤더 Heather 다이앤 Diane 줄리 Julie 줄리아 Julia 조이스 Joyce 빅토리아 Victoria 켈리 Kelly 크리스티나 Christina 조앤 Joan 에벌린 Evelyn 로런 Lauren 로렌 Lauren 주디스 Judith 올리비아 Olivia 마사 Martha 셰릴 Cheryl 메건 Megan
앨리스 Alice 앤드리아 Andrea 재닛 Janet 소피아 Sophia 소피 Sophie 클레어 Claire 샬럿 Charlotte 이네스 Ines 잉그리드 Ingrid 힐러리 Hillary 테리사 Theresa 테레사 Theresa 앙겔라 Angela 우르줄라 Ursula
재스민 Jasmine 그레이스 Grace 로즈 Rose 에이바 Ava 이저벨라 Isabella 케이트 Kate 케이티 Katie 제인 Jane 다이애나 Diana 모니카 Monica 나탈리 Natalie 나탈리아 Natalia 올가 Olga 타티아나 Tatiana 옐레나 Elena 엘레나 Elena
"""

_words = _PAIRS.split()
GIVEN: dict[str, str] = dict(zip(_words[::2], _words[1::2], strict=True))
